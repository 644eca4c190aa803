/** Load on the contenders, and what came of it. */
@NullMarked
package com.klinity.benchmarks.load;

import org.jspecify.annotations.NullMarked;
