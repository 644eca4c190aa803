package com.klinity.platform.spi;

/**
 * The issuer whose access tokens this server accepts.
 *
 * @param issuer   the {@code iss} claim, compared as text
 * @param clientId the application the token must have been issued for
 * @param profile  where the token says so
 * @param jwks     where the issuer's public keys come from
 */
public record TrustedIssuer(String issuer, String clientId, TokenProfile profile, JwksSource jwks) {}
