package com.klinity.media.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Accounts that were erased: an empty file each, named by a digest, so that nothing on the disk names them. */
record Tombstones(PrivateFolder folder) {

    /** Also true where the disk does not say. */
    boolean has(UUID account) {
        return !Files.notExists(file(account));
    }

    /** Durable on return. */
    void put(UUID account) throws IOException {
        if (!Files.exists(file(account))) {
            folder.write(name(account), new byte[0]);
        }
    }

    private Path file(UUID account) {
        return folder.path().resolve(name(account));
    }

    private static String name(UUID account) {
        try {
            byte[] text = ("klinity erased account " + account).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
