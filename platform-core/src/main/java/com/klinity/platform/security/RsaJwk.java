package com.klinity.platform.security;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A public RSA key of a JWK Set that may verify RS256 signatures.
 *
 * @param keyId the {@code kid}
 * @param modulus 2048 to 8192 bits
 * @param exponent odd, above 2^16 (FIPS 186-5, section 5.1)
 */
record RsaJwk(String keyId, BigInteger modulus, BigInteger exponent) {
    private static final int MIN_MODULUS_BITS = 2048;
    /** Verification takes time with the square of the length. */
    private static final int MAX_MODULUS_BITS = 8192;

    private static final int MIN_EXPONENT_BITS = 17;
    private static final int MAX_EXPONENT_BITS = 32;

    /** Empty for a key of another kind or purpose, a weak one, or one whose private part is public. */
    static Optional<RsaJwk> from(JsonNode jwk) {
        Optional<String> keyId = text(jwk, "kid").filter(kid -> !kid.isEmpty());
        Optional<BigInteger> modulus = number(jwk, "n").filter(n -> isOddWithin(n, MIN_MODULUS_BITS, MAX_MODULUS_BITS));
        Optional<BigInteger> exponent =
                number(jwk, "e").filter(e -> isOddWithin(e, MIN_EXPONENT_BITS, MAX_EXPONENT_BITS));
        if (!isForRs256(jwk) || jwk.has("d") || keyId.isEmpty() || modulus.isEmpty() || exponent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RsaJwk(keyId.get(), modulus.get(), exponent.get()));
    }

    /** RFC 7517, section 4.1 to 4.4; what is left unsaid does not forbid. */
    private static boolean isForRs256(JsonNode jwk) {
        return text(jwk, "kty").filter("RSA"::equals).isPresent()
                && (!jwk.has("use") || text(jwk, "use").filter("sig"::equals).isPresent())
                && (!jwk.has("alg") || text(jwk, "alg").filter("RS256"::equals).isPresent())
                && (!jwk.has("key_ops") || names(jwk.path("key_ops")).anyMatch("verify"::equals));
    }

    private static Stream<String> names(JsonNode array) {
        return array.valueStream().flatMap(value -> value.stringValueOpt().stream());
    }

    private static Optional<String> text(JsonNode jwk, String name) {
        return jwk.optional(name).flatMap(JsonNode::stringValueOpt);
    }

    /** Base64urlUInt (RFC 7518, section 2). */
    private static Optional<BigInteger> number(JsonNode jwk, String name) {
        try {
            return text(jwk, name)
                    .map(value -> new BigInteger(1, Base64.getUrlDecoder().decode(value)));
        } catch (IllegalArgumentException ignored) {
            return Optional.empty();
        }
    }

    private static boolean isOddWithin(BigInteger number, int minBits, int maxBits) {
        return number.testBit(0) && number.bitLength() >= minBits && number.bitLength() <= maxBits;
    }
}
