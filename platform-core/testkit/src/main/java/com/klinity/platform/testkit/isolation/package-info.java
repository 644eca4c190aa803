/**
 * The isolation matrix: every route of a running server, tried by one account with everything that another account has.
 *
 * <p>A feature brings {@link com.klinity.platform.testkit.isolation.Specimens}; the matrix takes the routes from the server
 * itself, so that none can be forgotten.
 */
@NullMarked
package com.klinity.platform.testkit.isolation;

import org.jspecify.annotations.NullMarked;
