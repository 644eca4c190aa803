/** The audit feature. */
@NullMarked
package com.klinity.audit;

import org.jspecify.annotations.NullMarked;
