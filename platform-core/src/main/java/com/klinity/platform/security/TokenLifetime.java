package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import java.time.Duration;
import java.time.Instant;

/**
 * When a token was issued and when it ends.
 *
 * @param issuedAt the {@code iat} claim
 * @param expiresAt the {@code exp} claim
 */
record TokenLifetime(Instant issuedAt, Instant expiresAt) {
    /**
     * How far the issuer's clock and ours may differ, in either direction: 30 s, for {@code exp}, {@code nbf} and
     * {@code iat} alike (RFC 7519, section 4.1.4 allows "usually no more than a few minutes").
     */
    static final Duration LEEWAY = Duration.ofSeconds(30);

    /** Reads the times and refuses a token that is over or has not begun. */
    static TokenLifetime of(Claims claims, Instant now) {
        Instant expiresAt = claims.time("exp");
        Instant issuedAt = claims.time("iat");
        Instant notBefore = claims.optionalTime("nbf").orElse(issuedAt);
        if (!issuedAt.isBefore(expiresAt)) {
            throw new TokenRefused(Reason.TIMES);
        }
        if (!now.isBefore(expiresAt.plus(LEEWAY))) {
            throw new TokenRefused(Reason.EXPIRED);
        }
        Instant latestStart = now.plus(LEEWAY);
        if (notBefore.isAfter(latestStart) || issuedAt.isAfter(latestStart)) {
            throw new TokenRefused(Reason.NOT_YET_VALID);
        }
        return new TokenLifetime(issuedAt, expiresAt);
    }
}
