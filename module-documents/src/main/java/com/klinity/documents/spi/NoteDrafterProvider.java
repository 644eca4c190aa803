package com.klinity.documents.spi;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Settings;

/** Opens a drafter. The one service an adapter's module provides for this feature. */
public interface NoteDrafterProvider extends Adapter {

    /**
     * Reads the adapter's settings and makes it ready. Called once, on the main thread. Settings faults are collected,
     * not thrown, see {@link Settings}.
     *
     * @throws com.klinity.platform.spi.StartFailure when it cannot work, with a sentence a deployer can act on
     */
    NoteDrafter open(Settings settings);
}
