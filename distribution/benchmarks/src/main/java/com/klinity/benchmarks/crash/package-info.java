/**
 * Kills the server while it is written to, starts it again, and compares what callers were told with the data and the
 * audit log.
 */
@NullMarked
package com.klinity.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
