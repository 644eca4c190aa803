/** Starts a server. For launchers; features and adapters see {@code com.klinity.platform.spi} instead. */
@NullMarked
package com.klinity.platform;

import org.jspecify.annotations.NullMarked;
