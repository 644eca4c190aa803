package com.klinity.platform.spi;

/** The shape an issuer gives its access tokens. ID tokens are refused in either. */
public enum TokenProfile {
    /**
     * Amazon Cognito: {@code token_use} is {@code access} and {@code client_id} names the client; no {@code aud}.
     * {@code jti} may be missing, as in user pools without token revocation.
     */
    COGNITO,

    /**
     * Any issuer of JWT access tokens after RFC 9068: header {@code typ} is {@code at+jwt}, {@code aud} includes the
     * client id, {@code azp} and {@code client_id} equal it where present, {@code jti} is there.
     */
    RFC9068,

    /**
     * As {@link #RFC9068}, of an issuer that cannot be asked to end somebody's sign-ins: {@code auth_time} (RFC 9068,
     * section 2.2.1) must be there too, and a token is as old as that. So one that a refresh token brings after its
     * account signed out everywhere is refused, until the person has signed in anew.
     */
    OIDC
}
