/** Runs the work that outlives requests. */
@NullMarked
package com.klinity.platform.jobs;

import org.jspecify.annotations.NullMarked;
