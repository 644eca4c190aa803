/** What an identity provider implements: the pool of users that sign-up, sign-in and access tokens come from. */
@NullMarked
package com.klinity.identity.spi;

import org.jspecify.annotations.NullMarked;
