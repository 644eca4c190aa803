/** The account, from outside: a running server whose identity provider is a fake. */
@NullMarked
package com.klinity.identity;

import org.jspecify.annotations.NullMarked;
