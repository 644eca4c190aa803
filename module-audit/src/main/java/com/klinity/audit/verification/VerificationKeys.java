package com.klinity.audit.verification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public keys whose signature of a checkpoint counts: the one of today, and those before it, because what they signed
 * must be verifiable for years. Immutable.
 *
 * @param all today's first; none where nobody witnesses
 */
public record VerificationKeys(List<VerificationKey> all) {

    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]");

    /** Copies the list. */
    public VerificationKeys {
        all = List.copyOf(all);
    }

    /** Where nobody witnesses. */
    public static VerificationKeys none() {
        return new VerificationKeys(List.of());
    }

    /** That one alone. */
    public static VerificationKeys of(VerificationKey key) {
        return new VerificationKeys(List.of(key));
    }

    /**
     * All public keys in a PEM text (RFC 7468).
     *
     * @throws IllegalArgumentException when there is none, or one that is not of Ed25519
     */
    public static VerificationKeys ofPem(String text) {
        List<VerificationKey> keys = PEM.matcher(text)
                .results()
                .map(block ->
                        VerificationKey.ofBase64(SPACE.matcher(block.group(1)).replaceAll("")))
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no PEM block 'PUBLIC KEY'");
        }
        return new VerificationKeys(keys);
    }

    /** The one whose signature of the text that line is; empty when it is none of these. */
    public Optional<VerificationKey> signer(String text, String line) {
        return all.stream().filter(key -> key.signed(text, line)).findFirst();
    }
}
