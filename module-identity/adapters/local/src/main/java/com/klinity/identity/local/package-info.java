/** Users in files, one-time codes by mail, RS256 access tokens (RFC 9068) and rotating refresh tokens. */
@NullMarked
package com.klinity.identity.local;

import org.jspecify.annotations.NullMarked;
