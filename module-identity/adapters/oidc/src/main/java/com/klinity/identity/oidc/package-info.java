/** Any OpenID Connect issuer as identity provider. */
@NullMarked
package com.klinity.identity.oidc;

import org.jspecify.annotations.NullMarked;
