package com.klinity.platform.security;

import com.klinity.platform.security.TokenRefused.Reason;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The claims set of a token whose signature has been verified, each claim read as the type it must have. */
final class Claims {
    /** The last second of the year 9999; a time in milliseconds lies beyond it. */
    private static final double LAST_SECOND = 253_402_300_799d;

    private final ObjectNode claims;

    private Claims(ObjectNode claims) {
        this.claims = claims;
    }

    static Claims parse(byte[] utf8) {
        return new Claims(StrictJson.object(utf8).orElseThrow(() -> new TokenRefused(Reason.CLAIMS)));
    }

    boolean has(String name) {
        return claims.has(name);
    }

    /** Empty when the claim is missing or anything but a string. */
    Optional<String> text(String name) {
        return claims.optional(name).flatMap(JsonNode::stringValueOpt);
    }

    boolean hasText(String name, String value) {
        return text(name).filter(value::equals).isPresent();
    }

    /** False when the claim is missing or anything but the JSON value {@code true}. */
    boolean isTrue(String name) {
        return claims.path(name).isBoolean() && claims.path(name).booleanValue();
    }

    /** {@code aud} may be one string or an array (RFC 7519, section 4.1.3); an array of anything else counts for nothing. */
    boolean audienceIncludes(String value) {
        JsonNode audience = claims.path("aud");
        if (!audience.isArray()) {
            return hasText("aud", value);
        }
        return audience.valueStream().allMatch(JsonNode::isString)
                && audience.valueStream().map(JsonNode::stringValue).anyMatch(value::equals);
    }

    Instant time(String name) {
        return optionalTime(name).orElseThrow(() -> new TokenRefused(Reason.TIMES));
    }

    /** Empty when the claim is missing; a claim that is there must be a NumericDate (RFC 7519, section 2). */
    Optional<Instant> optionalTime(String name) {
        return claims.optional(name).map(Claims::numericDate);
    }

    private static Instant numericDate(JsonNode value) {
        double seconds = value.isNumber() ? value.doubleValueOpt().orElse(-1) : -1;
        if (!(seconds >= 0 && seconds <= LAST_SECOND)) {
            throw new TokenRefused(Reason.TIMES);
        }
        return Instant.ofEpochMilli((long) (seconds * 1000));
    }
}
