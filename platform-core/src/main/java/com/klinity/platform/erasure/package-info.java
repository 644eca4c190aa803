/** Deletes accounts: at once for whoever holds a token, and soon after everything they held, wherever it is. */
@NullMarked
package com.klinity.platform.erasure;

import org.jspecify.annotations.NullMarked;
