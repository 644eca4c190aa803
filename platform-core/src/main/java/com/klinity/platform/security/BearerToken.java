package com.klinity.platform.security;

import java.util.List;

/** What a request's Authorization headers present. Safe to log: a presented token never prints itself. */
public sealed interface BearerToken {
    /**
     * Reads the header values of a request.
     *
     * @param headerValues every value of every Authorization header of the request, as received
     * @return the token, or {@link Absent} where there is no such header or it uses another scheme (RFC 6750, section
     *     3.1: the challenge then carries no error code)
     * @throws TokenRefused when there is more than one header, or a Bearer header of another form
     */
    static BearerToken from(List<String> headerValues) {
        if (headerValues.isEmpty()) {
            return new Absent();
        }
        if (headerValues.size() > 1) {
            throw new TokenRefused(TokenRefused.Reason.AUTHORIZATION_HEADER);
        }
        return AuthorizationHeader.read(headerValues.getFirst());
    }

    /** The request presents no bearer token. */
    record Absent() implements BearerToken {}

    /**
     * The request presents a token that nobody has looked at yet.
     *
     * @param compactToken the token as sent
     */
    record Presented(String compactToken) implements BearerToken {
        @Override
        public String toString() {
            return "Presented[•••]";
        }
    }
}
