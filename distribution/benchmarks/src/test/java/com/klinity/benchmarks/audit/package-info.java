@NullMarked
package com.klinity.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
