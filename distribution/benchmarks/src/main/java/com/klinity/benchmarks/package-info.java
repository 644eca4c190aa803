/** Measures the hot path: the authenticated, audited read of one patient. */
@NullMarked
package com.klinity.benchmarks;

import org.jspecify.annotations.NullMarked;
