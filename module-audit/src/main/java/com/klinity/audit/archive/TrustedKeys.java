package com.klinity.audit.archive;

import com.klinity.audit.verification.VerificationKey;
import java.util.List;

/** The keys that signed the checkpoints of these years: the one of today and those before it. */
record TrustedKeys(List<VerificationKey> keys) {

    /** Copies the list. */
    TrustedKeys {
        keys = List.copyOf(keys);
    }

    /**
     * All public keys of a PEM text.
     *
     * @throws IllegalArgumentException when there is none, or one of another kind
     */
    static TrustedKeys ofPem(String text) {
        return new TrustedKeys(VerificationKey.allOfPem(text));
    }

    /** The one that signed. */
    VerificationKey signer(String text, String signature) {
        return keys.stream()
                .filter(key -> key.signed(text, signature))
                .findFirst()
                .orElseThrow(() -> new SegmentRefused("no key in klinity.audit.signing-key signed the checkpoint; add"
                        + " the public key of that time to the file"));
    }
}
