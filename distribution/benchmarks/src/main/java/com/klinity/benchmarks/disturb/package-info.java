/** Callers who cost a server more than they should: what a run under disturbance lets loose on it. */
@NullMarked
package com.klinity.benchmarks.disturb;

import org.jspecify.annotations.NullMarked;
