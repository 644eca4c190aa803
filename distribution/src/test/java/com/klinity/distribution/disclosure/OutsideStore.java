package com.klinity.distribution.disclosure;

import com.klinity.media.filesystem.FilesystemProvider;
import com.klinity.media.spi.BlobStore;
import com.klinity.media.spi.BlobStoreProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;

/** A store of somebody else's. */
record OutsideStore(Border border) implements BlobStoreProvider {

    @Override
    public String name() {
        return "outside-store";
    }

    @Override
    public Vendor vendor() {
        return Border.OUTSIDE;
    }

    @Override
    public BlobStore open(Settings settings) {
        return border.guard(BlobStore.class, new FilesystemProvider().open(settings));
    }
}
