/** HTTP: the one pipeline every request goes through, and the routes that features declared. */
@NullMarked
package com.klinity.platform.server;

import org.jspecify.annotations.NullMarked;
