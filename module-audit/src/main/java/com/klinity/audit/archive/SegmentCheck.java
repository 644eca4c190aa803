package com.klinity.audit.archive;

import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An archived segment as it lies on the disk, which proves itself.
 *
 * @param manifest what it says it is
 * @param digest   SHA-256 of its CSV, in hexadecimal
 */
record SegmentCheck(Manifest manifest, String digest) {

    /**
     * Reads everything again.
     *
     * @throws SegmentRefused when something is not as the server wrote it
     */
    static SegmentCheck of(SegmentFolder folder, Json json, VerificationKeys keys) throws IOException {
        if (!Files.exists(folder.csv()) || !Files.exists(folder.manifest())) {
            throw new SegmentRefused(folder.path() + " is not a segment; move it away");
        }
        Manifest manifest = manifest(folder, json);
        if (!folder.holds(manifest)) {
            throw new SegmentRefused(folder.path() + " holds the manifest of another segment");
        }
        String digest = walk(folder.csv(), manifest);
        HeadProofs.check(manifest, keys);
        return new SegmentCheck(manifest, digest);
    }

    private static Manifest manifest(SegmentFolder folder, Json json) throws IOException {
        try {
            return json.read(new JsonText(Files.readString(folder.manifest())), Manifest.class);
        } catch (CharacterCodingException
                | RuntimeException e) { // whatever the parser finds wrong, the segment is damaged
            throw new SegmentRefused(
                    folder.manifest() + " is damaged (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static String walk(Path csv, Manifest manifest) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream file = new DigestInputStream(Files.newInputStream(csv), sha256)) {
            OfflineVerifier.verify(file, manifest).firstBroken().ifPresent(fault -> {
                throw new SegmentRefused(csv + " is not what the server wrote: " + fault);
            });
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
