/** The deployer's settings, read through MicroProfile Config. */
@NullMarked
package com.klinity.platform.settings;

import org.jspecify.annotations.NullMarked;
