package com.klinity.audit.verification;

import java.util.Base64;
import java.util.Optional;

/** Base64 of which each value has one text alone (RFC 4648 §3.5): nothing left out, nothing in between, nothing after. */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** The bytes; empty when the text is not the one that stands for them. */
    static Optional<byte[]> bytes(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Optional.of(bytes)
                    .filter(same -> Base64.getEncoder().encodeToString(same).equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
