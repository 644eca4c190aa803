/** The billing feature. */
@NullMarked
package com.klinity.billing;

import org.jspecify.annotations.NullMarked;
