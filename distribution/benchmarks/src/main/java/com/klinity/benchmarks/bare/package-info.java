/** A web server that does nothing but answer. */
@NullMarked
package com.klinity.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
