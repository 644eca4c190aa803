@NullMarked
package com.klinity.benchmarks.load;

import org.jspecify.annotations.NullMarked;
