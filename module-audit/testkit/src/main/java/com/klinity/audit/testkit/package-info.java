/** Contract and stand-in of witnesses. */
@NullMarked
package com.klinity.audit.testkit;

import org.jspecify.annotations.NullMarked;
