/**
 * Starts a private PostgreSQL server from a binaries archive, for evaluation mode and for tests.
 *
 * <p>Way of a start: lock the data directory, unpack the binaries once, choose an identity that is not root, stop what
 * a killed process left running, initialise the cluster if there is none, start the server, make sure of the roles.
 * Every step may be cut off at any moment; the next start repeats it.
 */
@NullMarked
package com.klinity.platform.embedded;

import org.jspecify.annotations.NullMarked;
