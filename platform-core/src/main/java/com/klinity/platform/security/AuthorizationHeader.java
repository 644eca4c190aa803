package com.klinity.platform.security;

/** The value of one Authorization header, read by hand: each request has one, and a pattern took a tenth of its time. */
final class AuthorizationHeader {

    private static final String SCHEME = "Bearer";

    private AuthorizationHeader() {}

    /** RFC 9110, section 11.4: a token, then spaces, then the credentials. */
    static BearerToken read(String value) {
        int end = 0;
        while (end < value.length() && isToken(value.charAt(end))) {
            end++;
        }
        if (end == 0) {
            throw new TokenRefused(TokenRefused.Reason.AUTHORIZATION_HEADER);
        }
        boolean bearer = end == SCHEME.length() && value.regionMatches(true, 0, SCHEME, 0, end);
        return bearer ? presented(value, end) : new BearerToken.Absent();
    }

    /** RFC 6750, section 2.1: one or more letters of the token's alphabet, then perhaps equals signs, then nothing. */
    private static BearerToken presented(String value, int behindScheme) {
        int from = behindScheme;
        while (from < value.length() && value.charAt(from) == ' ') {
            from++;
        }
        int letters = from;
        while (letters < value.length() && isCredential(value.charAt(letters))) {
            letters++;
        }
        int end = letters;
        while (end < value.length() && value.charAt(end) == '=') {
            end++;
        }
        if (from == behindScheme || letters == from || end < value.length()) {
            throw new TokenRefused(TokenRefused.Reason.AUTHORIZATION_HEADER);
        }
        return new BearerToken.Presented(value.substring(from));
    }

    private static boolean isAlphanumeric(char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    }

    private static boolean isToken(char letter) {
        return isAlphanumeric(letter) || "!#$%&'*+.^_`|~-".indexOf(letter) >= 0;
    }

    private static boolean isCredential(char letter) {
        return isAlphanumeric(letter) || "._~+/-".indexOf(letter) >= 0;
    }
}
