package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import com.klinity.platform.spi.TokenProfile;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** What tells an access token for our client from every other token the same issuer signs with the same key. */
sealed interface AccessTokenRules {
    /** The rules of a profile. */
    static AccessTokenRules of(TokenProfile profile) {
        return switch (profile) {
            case COGNITO -> new Cognito();
            case RFC9068 -> new Rfc9068();
            case OIDC -> new Oidc();
        };
    }

    /** The values of {@code typ} that are accepted, in lower case; the empty one stands for none. */
    Set<String> types();

    /** Refuses unless the token was issued for the client. */
    void checkClient(Claims claims, String clientId);

    /** Whether {@code token_use} must be there; where it is, it must be {@code access} in any profile. */
    boolean requiresTokenUse();

    /** Whether {@code jti} must be there. */
    boolean requiresTokenId();

    /** When the token was issued, as a sign-out everywhere judges it. */
    default Instant issuedAt(Claims claims, Instant stated) {
        return stated;
    }

    default void checkType(JoseHeader header) {
        if (!types().contains(header.type().toLowerCase(Locale.ROOT))) {
            throw new TokenRefused(Reason.TYPE);
        }
    }

    default void checkUse(Claims claims) {
        boolean stated = claims.has("token_use");
        if (stated ? !claims.hasText("token_use", "access") : requiresTokenUse()) {
            throw new TokenRefused(Reason.TOKEN_USE);
        }
    }

    /** See {@link TokenProfile#COGNITO}. */
    record Cognito() implements AccessTokenRules {
        @Override
        public Set<String> types() {
            return Set.of("", "jwt", "at+jwt");
        }

        @Override
        public void checkClient(Claims claims, String clientId) {
            if (!claims.hasText("client_id", clientId)) {
                throw new TokenRefused(Reason.CLIENT);
            }
        }

        @Override
        public boolean requiresTokenUse() {
            return true;
        }

        @Override
        public boolean requiresTokenId() {
            return false;
        }
    }

    /** See {@link TokenProfile#RFC9068}. */
    record Rfc9068() implements AccessTokenRules {
        @Override
        public Set<String> types() {
            return Set.of("at+jwt", "application/at+jwt");
        }

        @Override
        public void checkClient(Claims claims, String clientId) {
            if (!claims.audienceIncludes(clientId)
                    || contradicts(claims, "azp", clientId)
                    || contradicts(claims, "client_id", clientId)) {
                throw new TokenRefused(Reason.CLIENT);
            }
        }

        @Override
        public boolean requiresTokenUse() {
            return false;
        }

        @Override
        public boolean requiresTokenId() {
            return true;
        }

        private static boolean contradicts(Claims claims, String name, String clientId) {
            return claims.has(name) && !claims.hasText(name, clientId);
        }
    }

    /** See {@link TokenProfile#OIDC}. */
    record Oidc() implements AccessTokenRules {
        private static final Rfc9068 BASE = new Rfc9068();

        @Override
        public Set<String> types() {
            return BASE.types();
        }

        @Override
        public void checkClient(Claims claims, String clientId) {
            BASE.checkClient(claims, clientId);
        }

        @Override
        public boolean requiresTokenUse() {
            return BASE.requiresTokenUse();
        }

        @Override
        public boolean requiresTokenId() {
            return BASE.requiresTokenId();
        }

        @Override
        public Instant issuedAt(Claims claims, Instant stated) {
            Instant signedIn = claims.time("auth_time");
            return signedIn.isBefore(stated) ? signedIn : stated;
        }
    }
}
