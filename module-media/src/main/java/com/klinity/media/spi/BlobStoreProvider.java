package com.klinity.media.spi;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Settings;

/** What the module of a store {@code provides}. */
public interface BlobStoreProvider extends Adapter {

    /**
     * Reads the store's settings and makes it ready. Removes what puts left behind when the process died. Called once.
     * May block.
     *
     * @throws com.klinity.platform.spi.StartFailure when the store cannot be used, with a sentence a deployer can act
     *     on
     */
    BlobStore open(Settings settings);
}
