package com.klinity.media.testkit;

import com.klinity.media.spi.BlobStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every store keeps to. A store's test extends this, or {@link EncryptedBlobStoreContract} when the store encrypts
 * by itself.
 */
public abstract class BlobStoreContract implements ReadingContract, WritingContract, RemovalContract {

    private BlobStore store;

    /** For subclasses. */
    protected BlobStoreContract() {}

    /** Opens the store; within one test always over the same place. The one opened before was closed. */
    protected abstract BlobStore open();

    @BeforeEach
    final void openStore() {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Override
    public final BlobStore store() {
        return store;
    }

    @Override
    public final void reopen() {
        store.close();
        store = open();
    }

    @Override
    public List<Integer> portions() {
        return List.of(1 << 12, 1 << 16, 1 << 20);
    }
}
