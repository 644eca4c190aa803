package com.klinity.platform.spi;

/** How an issuer marks its access tokens. An ID token is refused in each. */
public enum TokenProfile {
    /** Amazon Cognito: {@code token_use} is {@code access}, the client is in {@code client_id}. */
    COGNITO,
    /** RFC 9068: type {@code at+jwt}, the client in {@code aud} or {@code azp}. */
    RFC9068
}
