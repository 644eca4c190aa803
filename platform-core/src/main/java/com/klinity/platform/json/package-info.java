/** JSON by the rules of the API: strict in what it takes, plain in what it gives. */
@NullMarked
package com.klinity.platform.json;

import org.jspecify.annotations.NullMarked;
