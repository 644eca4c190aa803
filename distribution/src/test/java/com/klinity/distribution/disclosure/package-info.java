/** Looks over every border between the platform and its vendors. */
@NullMarked
package com.klinity.distribution.disclosure;

import org.jspecify.annotations.NullMarked;
