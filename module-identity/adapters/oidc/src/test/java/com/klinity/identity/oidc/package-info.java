/** The adapter against an issuer of somebody else's making. */
@NullMarked
package com.klinity.identity.oidc;

import org.jspecify.annotations.NullMarked;
