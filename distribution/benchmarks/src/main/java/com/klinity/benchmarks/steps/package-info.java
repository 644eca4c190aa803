/** What each step of a request costs. */
@NullMarked
package com.klinity.benchmarks.steps;

import org.jspecify.annotations.NullMarked;
