/** The encrypted filesystem store. */
@NullMarked
package com.klinity.media.filesystem;

import org.jspecify.annotations.NullMarked;
