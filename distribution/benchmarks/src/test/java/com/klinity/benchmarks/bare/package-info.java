@NullMarked
package com.klinity.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
