/** Finding features and adapters, checking that they fit, and opening them in order. */
@NullMarked
package com.klinity.platform.modules;

import org.jspecify.annotations.NullMarked;
