package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an archive by its content (SHA-256), so that another version never meets old binaries. */
final class ArchiveFingerprint {
    private static final int BYTES = 12;

    private ArchiveFingerprint() {}

    static String of(PostgresArchive archive) {
        MessageDigest digest = sha256();
        try (InputStream in = archive.open();
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Code.ARCHIVE_UNUSABLE, "Cannot read the PostgreSQL binaries " + archive.location() + ": " + e, e);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new EmbeddedPostgresException(
                    Code.PLATFORM_UNSUPPORTED, "This Java runtime has no SHA-256: use a complete runtime.", e);
        }
    }
}
