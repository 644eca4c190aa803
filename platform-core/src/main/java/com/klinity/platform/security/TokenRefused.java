package com.klinity.platform.security;

import java.io.Serial;
import java.util.Locale;

/**
 * A token was not accepted. Clients learn {@code invalid_token} (RFC 6750, section 3.1) and no more; the reason is for
 * logs and tests. Carries nothing of the token, and no stack trace: refusing must stay cheap under attack.
 */
public final class TokenRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    TokenRefused(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    /**
     * Why the token was refused.
     *
     * @return the first rule that it broke
     */
    public Reason reason() {
        return reason;
    }

    /** The rules, in the order in which they are applied. */
    public enum Reason {
        /** More or less than one Authorization header, or not the form {@code Bearer token} (RFC 6750, section 2.1). */
        AUTHORIZATION_HEADER,
        /** Longer than {@link CompactToken#MAX_LENGTH}. */
        TOO_LARGE,
        /** Not three parts parted by dots (RFC 7515, section 7.1). */
        NOT_COMPACT,
        /** A part is not canonical base64url without padding (RFC 7515, section 2). */
        ENCODING,
        /** The header is not one JSON object with unique names (RFC 7515, section 4). */
        HEADER,
        /** {@code alg} is not RS256 (RFC 8725, section 3.1). */
        ALGORITHM,
        /** The header brings or points to a key of its own (RFC 8725, section 3.10). */
        KEY_IN_HEADER,
        /** The header has {@code crit}, and no extension is understood here (RFC 7515, section 4.1.11). */
        CRITICAL,
        /** The header has {@code b64} (RFC 7797). */
        UNENCODED_PAYLOAD,
        /** The header says that the payload is no plain claims set: {@code zip}, {@code enc} or {@code cty}. */
        OTHER_PAYLOAD,
        /** {@code typ} is not that of an access token (RFC 8725, section 3.11). */
        TYPE,
        /** {@code kid} is missing, not a string, empty or too long. */
        KEY_ID,
        /** The issuer's keys could never be read so far: the token can't be judged. */
        KEYS_UNAVAILABLE,
        /** The issuer publishes no such key. */
        UNKNOWN_KEY,
        /** The signature does not verify. */
        SIGNATURE,
        /** The claims are not one JSON object with unique names (RFC 7519, section 4). */
        CLAIMS,
        /** {@code iss} is not the trusted issuer. */
        ISSUER,
        /** The token was not issued for this client. */
        CLIENT,
        /** {@code token_use} is not {@code access}. */
        TOKEN_USE,
        /** A time that must be there is missing, or one that is there is no sensible NumericDate. */
        TIMES,
        /** {@code exp} has passed. */
        EXPIRED,
        /** {@code nbf} or {@code iat} lies ahead. */
        NOT_YET_VALID,
        /** {@code sub} is not a UUID in canonical lower case. */
        SUBJECT,
        /** {@code jti} is missing where the profile demands it, or not a short printable string. */
        TOKEN_ID,
        /** {@code email_verified} is there and not {@code true}: nobody has confirmed the address (OIDC Core §5.1). */
        EMAIL_UNVERIFIED;

        /**
         * A name for logs that never changes.
         *
         * @return the name in lower case with hyphens
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
