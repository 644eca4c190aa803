/** A feature that can be made to leak, and the matrix that must notice. */
@NullMarked
package com.klinity.platform.testkit.isolation;

import org.jspecify.annotations.NullMarked;
