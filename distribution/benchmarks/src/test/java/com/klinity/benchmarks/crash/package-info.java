@NullMarked
package com.klinity.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
