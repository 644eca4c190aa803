package com.klinity.distribution;

import com.klinity.audit.verification.VerificationKeys;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The public keys that somebody names on the command line. */
final class KeyFile {

    private KeyFile() {}

    /**
     * All of them.
     *
     * @throws UnusableFile when there is none
     */
    static VerificationKeys read(Path file) throws IOException {
        try {
            return VerificationKeys.ofPem(Files.readString(file));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new UnusableFile(file + " holds no public key of Ed25519 in PEM", e);
        }
    }
}
