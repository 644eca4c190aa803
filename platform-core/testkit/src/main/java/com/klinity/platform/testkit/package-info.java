/**
 * A server in a test: real PostgreSQL, real HTTP, access tokens of an issuer that the test controls.
 */
@NullMarked
package com.klinity.platform.testkit;

import org.jspecify.annotations.NullMarked;
