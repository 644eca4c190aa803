/** Where a loaded server spends its time. */
@NullMarked
package com.klinity.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
