package com.klinity.platform.spi;

import java.net.URI;

/**
 * The one issuer whose access tokens are accepted.
 *
 * @param issuer the exact value of the {@code iss} claim: an absolute http or https URL without query and fragment
 *     (OpenID Connect Core 1.0, section 2), compared character by character
 * @param clientId the client the tokens must have been issued for; not blank
 * @param profile the shape of its access tokens
 * @param jwks where its signing keys are read
 */
public record TrustedIssuer(String issuer, String clientId, TokenProfile profile, JwksSource jwks) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the issuer is not such a URL or the client id is blank
     */
    public TrustedIssuer {
        if (!isIssuerUrl(URI.create(issuer))) {
            throw new IllegalArgumentException("The issuer must be an http(s) URL without query and fragment");
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("The client id must not be blank");
        }
    }

    private static boolean isIssuerUrl(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        return web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null;
    }
}
