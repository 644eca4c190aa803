/**
 * What a store of recordings implements.
 *
 * <p>No parameter and no return value is ever null.
 */
@NullMarked
package com.klinity.media.spi;

import org.jspecify.annotations.NullMarked;
