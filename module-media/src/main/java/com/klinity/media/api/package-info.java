/**
 * What later features read of recordings.
 *
 * <p>No parameter and no return value is ever null, unless it says {@code @Nullable}.
 */
@NullMarked
package com.klinity.media.api;

import org.jspecify.annotations.NullMarked;
