package com.klinity.media.testkit;

import com.klinity.media.spi.BlobStore;
import com.klinity.media.spi.BlobStoreProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;

/** Gives a test's server a store that the test holds as well. */
public final class InMemoryBlobStoreProvider implements BlobStoreProvider {

    private final InMemoryBlobStore store = new InMemoryBlobStore();

    /** With a store of its own. */
    public InMemoryBlobStoreProvider() {}

    /** The store that {@link #open} gives out. */
    public InMemoryBlobStore store() {
        return store;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("Keeps recordings of tests, encrypted, in memory", true);
    }

    @Override
    public BlobStore open(Settings settings) {
        settings.evaluationOnly("klinity.media.store", name());
        return store;
    }
}
