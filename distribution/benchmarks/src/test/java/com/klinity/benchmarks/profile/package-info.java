@NullMarked
package com.klinity.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
