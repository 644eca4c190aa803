/** The account routes. The account itself is the core's: a row of {@code identity.users}, made at first access. */
@NullMarked
package com.klinity.identity;

import org.jspecify.annotations.NullMarked;
