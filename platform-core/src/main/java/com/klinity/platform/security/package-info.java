/**
 * Decides whether a bearer token is a genuine, current access token of the trusted issuer, from the token and the
 * issuer's published keys alone: nothing here speaks to a database, and no verdict is remembered.
 *
 * <p>The rules are those of RFC 7515, RFC 7519, RFC 8725 (best practices) and RFC 9068; the controls are AU-2 and AU-3.
 */
@NullMarked
package com.klinity.platform.security;

import org.jspecify.annotations.NullMarked;
