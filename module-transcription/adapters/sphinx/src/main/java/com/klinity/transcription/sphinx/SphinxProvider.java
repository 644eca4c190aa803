package com.klinity.transcription.sphinx;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;

/** Offers the built-in engine. */
public final class SphinxProvider implements TranscriptionEngineProvider {
    /** Does nothing. */
    public SphinxProvider() {}

    @Override
    public String name() {
        return "sphinx";
    }

    /** Nobody: the audio stays on this server, so there is no host, no region and no agreement. */
    @Override
    public Vendor vendor() {
        return Vendor.builtIn("Speech recognition within the server", true);
    }

    @Override
    public TranscriptionEngine open(Settings settings) {
        return new SphinxEngine(SphinxSettings.from(settings));
    }
}
