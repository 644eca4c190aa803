/** The adapter against an emulator of the vendor, and its settings. */
@NullMarked
package com.klinity.identity.cognito;

import org.jspecify.annotations.NullMarked;
