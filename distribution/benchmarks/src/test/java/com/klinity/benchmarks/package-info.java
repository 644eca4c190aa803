@NullMarked
package com.klinity.benchmarks;

import org.jspecify.annotations.NullMarked;
