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
    RFC9068
}
