/** The embedded issuer: its parts by themselves, and all of it in a running server. */
@NullMarked
package com.klinity.identity.local;

import org.jspecify.annotations.NullMarked;
