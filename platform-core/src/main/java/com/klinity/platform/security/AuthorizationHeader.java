package com.klinity.platform.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of one Authorization header. */
final class AuthorizationHeader {
    /** RFC 9110, section 11.4: a token, then spaces, then the credentials. */
    private static final Pattern SCHEME = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]++)(.*)", Pattern.DOTALL);

    /** RFC 6750, section 2.1: the alphabet of a bearer token. */
    private static final Pattern CREDENTIALS = Pattern.compile(" ++([A-Za-z0-9._~+/-]++=*+)");

    private AuthorizationHeader() {}

    static BearerToken read(String value) {
        Matcher header = SCHEME.matcher(value);
        if (!header.matches()) {
            throw new TokenRefused(TokenRefused.Reason.AUTHORIZATION_HEADER);
        }
        return header.group(1).equalsIgnoreCase("Bearer") ? presented(header.group(2)) : new BearerToken.Absent();
    }

    private static BearerToken presented(String rest) {
        Matcher credentials = CREDENTIALS.matcher(rest);
        if (!credentials.matches()) {
            throw new TokenRefused(TokenRefused.Reason.AUTHORIZATION_HEADER);
        }
        return new BearerToken.Presented(credentials.group(1));
    }
}
