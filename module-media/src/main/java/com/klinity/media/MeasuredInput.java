package com.klinity.media;

import com.klinity.platform.spi.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Hashes what passes through, and refuses the first byte too many. Closing it leaves the source open. */
final class MeasuredInput extends InputStream {

    private final InputStream source;
    private final long most;
    private final Supplier<Refusal> outgrown;
    private final MessageDigest digest;
    private long bytes;

    MeasuredInput(InputStream source, long most, Supplier<Refusal> outgrown) {
        this.outgrown = outgrown;
        this.source = source;
        this.most = most;
        this.digest = sha256Digest();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = source.read(buffer, offset, length);
        if (read > 0) {
            bytes += read;
            if (bytes > most) {
                throw outgrown.get();
            }
            digest.update(buffer, offset, read);
        }
        return read;
    }

    /** Of all that passed through, 64 hexadecimal digits. Ends the measurement. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
