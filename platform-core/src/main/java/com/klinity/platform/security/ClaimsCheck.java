package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Judges the claims of a token whose signature has been verified. */
record ClaimsCheck(String issuer, String clientId, AccessTokenRules rules, InstantSource clock) {
    private static final int MAX_TOKEN_ID_LENGTH = 255;
    private static final UUID NIL = new UUID(0, 0);

    VerifiedToken accept(Claims claims) {
        if (!claims.hasText("iss", issuer)) {
            throw new TokenRefused(Reason.ISSUER);
        }
        rules.checkClient(claims, clientId);
        rules.checkUse(claims);
        TokenLifetime lifetime = TokenLifetime.of(claims, clock.instant());
        Instant issuedAt = rules.issuedAt(claims, lifetime.issuedAt());
        VerifiedToken token = new VerifiedToken(subject(claims), issuedAt, lifetime.expiresAt(), tokenId(claims));
        if (claims.has("email_verified") && !claims.isTrue("email_verified")) {
            throw new TokenRefused(Reason.EMAIL_UNVERIFIED);
        }
        return token;
    }

    /** One spelling only: issuers compare {@code sub} by case, so two spellings could be two people. */
    private static UUID subject(Claims claims) {
        String text = claims.text("sub").orElse("");
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text) && !id.equals(NIL)) {
                return id;
            }
        } catch (IllegalArgumentException ignored) {
            // refused below
        }
        throw new TokenRefused(Reason.SUBJECT);
    }

    private String tokenId(Claims claims) {
        if (!claims.has("jti") && !rules.requiresTokenId()) {
            return "";
        }
        return claims.text("jti").filter(ClaimsCheck::isTokenId).orElseThrow(() -> new TokenRefused(Reason.TOKEN_ID));
    }

    /** Printable ASCII, because it ends up in logs. */
    private static boolean isTokenId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_TOKEN_ID_LENGTH
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
