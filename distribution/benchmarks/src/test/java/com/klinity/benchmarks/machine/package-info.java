@NullMarked
package com.klinity.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
