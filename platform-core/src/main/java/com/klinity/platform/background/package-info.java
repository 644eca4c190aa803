/** Threads that nobody waits for: what keeps them going, and how it shows when one does not move. */
@NullMarked
package com.klinity.platform.background;

import org.jspecify.annotations.NullMarked;
