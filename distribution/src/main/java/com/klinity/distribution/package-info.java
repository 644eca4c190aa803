/** The command line. */
@NullMarked
package com.klinity.distribution;

import org.jspecify.annotations.NullMarked;
