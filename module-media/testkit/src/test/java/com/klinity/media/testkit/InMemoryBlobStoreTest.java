package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The store in memory keeps the contract, so what passes on it passes on the real ones. */
class InMemoryBlobStoreTest extends EncryptedBlobStoreContract {

    private final InMemoryBlobStore memory = new InMemoryBlobStore();

    @Override
    protected BlobStore open() {
        return memory;
    }

    @Override
    protected StoredBytes disk() {
        return memory;
    }

    @Override
    public List<Integer> portions() {
        return List.of(16);
    }

    @Test
    void fails_when_told_to() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        memory.failWith(Code.UNAVAILABLE);
        assertEquals(Code.UNAVAILABLE, failureOf(key));
    }

    @Test
    void recovers_when_told_to() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        memory.failWith(Code.UNAVAILABLE);
        memory.recover();
        assertEquals(10, read(key, 0).length);
    }
}
