package com.klinity.transcription;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;

/**
 * The engine that the settings name, opened, and who stands behind it.
 *
 * @param capabilities asked once, since an engine is not asked inside a transaction
 */
record Engine(String name, Vendor vendor, TranscriptionEngine transcriber, Capabilities capabilities)
        implements Adapter {

    static final String SETTING = "klinity.transcription.engine";

    Engine(String name, Vendor vendor, TranscriptionEngine transcriber) {
        this(name, vendor, transcriber, Capabilities.of(name, vendor, transcriber));
    }

    static Engine open(TranscriptionEngineProvider provider, Settings settings) {
        try {
            return new Engine(provider.name(), provider.vendor(), provider.open(settings));
        } catch (IllegalArgumentException e) {
            throw new StartFailure("speech engine '" + provider.name() + "': " + e.getMessage(), e);
        }
    }

    /** What using the engine leaves elsewhere. */
    VendorCopy copy() {
        return vendor.hosts().isEmpty() ? VendorCopy.NONE : VendorCopy.PRESENT;
    }
}
