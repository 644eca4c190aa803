/** Processes that take part, and what they cost. */
@NullMarked
package com.klinity.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
