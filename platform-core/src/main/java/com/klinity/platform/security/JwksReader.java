package com.klinity.platform.security;

import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.JwksUnavailable;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads an issuer's JWK Set into keys that can verify. */
record JwksReader(JwksSource source, RsaVerification rsa) {
    /** In characters. A set of ten keys with certificates has about 40 000. */
    static final int MAX_LENGTH = 256 * 1024;

    /** Asks the source; blocks. */
    String fetch() {
        return source.fetch();
    }

    /**
     * The usable keys by {@code kid}. Keys of other kinds and broken ones are left out (RFC 7517, section 5); a
     * {@code kid} that two usable keys claim names neither.
     *
     * @throws JwksUnavailable when the text is no JWK Set at all
     */
    Map<String, PublicKey> read(String document) {
        Map<String, PublicKey> keys = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (JsonNode jwk : entries(document).values()) {
            RsaJwk.from(jwk)
                    .ifPresent(rsaKey -> rsa.publicKey(rsaKey.modulus(), rsaKey.exponent())
                            .map(key -> keys.put(rsaKey.keyId(), key))
                            .ifPresent(ignored -> ambiguous.add(rsaKey.keyId())));
        }
        keys.keySet().removeAll(ambiguous);
        return Map.copyOf(keys);
    }

    private static JsonNode entries(String document) {
        if (document.length() > MAX_LENGTH) {
            throw new JwksUnavailable("the document is too long");
        }
        return StrictJson.object(document)
                .map(set -> set.path("keys"))
                .filter(keys -> keys.isArray() && keys.valueStream().allMatch(JsonNode::isObject))
                .orElseThrow(() -> new JwksUnavailable("the document is no JWK Set"));
    }
}
