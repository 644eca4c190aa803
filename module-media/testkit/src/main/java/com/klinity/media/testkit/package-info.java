/** Contract and stand-in of blob stores. */
@NullMarked
package com.klinity.media.testkit;

import org.jspecify.annotations.NullMarked;
