package com.klinity.media.testkit;

import com.klinity.media.spi.BlobKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.UUID;

/** Contents that are the same for the same seed. */
public final class SampleContent {

    private SampleContent() {}

    /** That many bytes. */
    public static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** A key that no other test uses. */
    public static BlobKey newKey() {
        return new BlobKey(UUID.randomUUID(), UUID.randomUUID());
    }

    /** A content that only that key has. */
    public static byte[] of(BlobKey key) {
        return bytes(key.id().getLeastSignificantBits(), 100_000);
    }

    /** A stream that gives the bytes and then, in place of its end, the exception. */
    public static InputStream brokenAfter(byte[] bytes, IOException exception) {
        return new BrokenInput(bytes, exception);
    }

    /** A stream that gives a few bytes at a time, as networks do. */
    public static InputStream trickle(byte[] bytes) {
        return new TrickleInput(bytes);
    }
}
