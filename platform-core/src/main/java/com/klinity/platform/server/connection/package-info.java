/**
 * The door: what every byte of a caller passes before the web server sees it. It bounds time and memory, tells bodies
 * from what follows them, and lets nothing in that two readers could take for different things.
 */
@NullMarked
package com.klinity.platform.server.connection;

import org.jspecify.annotations.NullMarked;
