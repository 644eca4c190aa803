package com.klinity.platform.security;

import com.klinity.platform.spi.TrustedIssuer;
import java.time.InstantSource;

/**
 * Judges access tokens of one issuer. Every call verifies the RS256 signature anew; nothing but the issuer's public
 * keys is kept between calls. Safe for any number of threads.
 */
public final class TokenVerifier {
    private final SignatureCheck signatureCheck;
    private final ClaimsCheck claimsCheck;
    private final KeySet keys;

    /**
     * Prepares to judge the tokens of an issuer. Reads no key yet.
     *
     * @param issuer whose tokens
     * @param clock the time that decides expiry, and when keys are read again
     */
    public TokenVerifier(TrustedIssuer issuer, InstantSource clock) {
        this(issuer, clock, RefreshPolicy.DEFAULT);
    }

    /**
     * Likewise.
     *
     * @param issuer whose tokens
     * @param clock the time that decides expiry, and when keys are read again
     * @param policy when that is
     */
    public TokenVerifier(TrustedIssuer issuer, InstantSource clock, RefreshPolicy policy) {
        AccessTokenRules rules = AccessTokenRules.of(issuer.profile());
        RsaVerification rsa = RsaVerification.withInstalledProviders();
        this.keys = new KeySet(new JwksReader(issuer.jwks(), rsa), clock, policy);
        this.signatureCheck = new SignatureCheck(rules, keys, rsa);
        this.claimsCheck = new ClaimsCheck(issuer.issuer(), issuer.clientId(), rules, clock);
    }

    /** What is known of the issuer's keys. Does not block; where they could not be read, another read is started. */
    public IssuerKeys keys() {
        return keys.state();
    }

    /**
     * Accepts a genuine, current access token of the issuer for the client, and nothing else.
     *
     * <p>Does not block when the token names a key that is known. Otherwise waits for a read of the issuer's keys, up to
     * 3 s, where one is due or under way.
     *
     * @param compactToken the token as presented, JWS compact form (RFC 7515, section 7.1)
     * @return what the token says
     * @throws TokenRefused when it breaks any rule, or the keys can't be had
     */
    public VerifiedToken verify(String compactToken) {
        return claimsCheck.accept(signatureCheck.signedClaims(compactToken));
    }
}
