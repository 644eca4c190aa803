package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobReceipt;
import com.klinity.media.spi.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What the parts of the contract share. */
interface StoreUnderTest {

    /** Several times any store's portion, and no multiple of it. */
    int LONG = 3 * (1 << 20) + 7;

    /** The store, open. */
    BlobStore store();

    /** The store closed and opened again over the same place. */
    void reopen();

    /** Lengths at which the store cuts objects into portions. */
    List<Integer> portions();

    /** Stores bytes. */
    default BlobReceipt put(BlobKey key, byte[] content) {
        try {
            return store().put(key, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new AssertionError("bytes in memory do not fail", e);
        }
    }

    /** Reads an object from there to its end. */
    default byte[] read(BlobKey key, long offset) {
        try (InputStream in = store().open(key, offset)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("stores fail with BlobFailure", e);
        }
    }

    /** How opening and reading an object fails. */
    default Code failureOf(BlobKey key) {
        return assertThrows(BlobFailure.class, () -> read(key, 0)).code();
    }
}
