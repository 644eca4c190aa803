package com.klinity.transcription.sphinx;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import java.util.List;

/** Offers the built-in engine. */
public final class SphinxProvider implements TranscriptionEngineProvider {
    /** Does nothing. */
    public SphinxProvider() {}

    @Override
    public String name() {
        return "sphinx";
    }

    /** Nobody: the audio stays in this process, so there is no host, no region and no agreement. */
    @Override
    public Vendor vendor() {
        return new Vendor(
                "built in", "speech recognition within the server", List.of(), true, List.of(), "none needed");
    }

    @Override
    public TranscriptionEngine open(Settings settings) {
        return new SphinxEngine(SphinxSettings.from(settings));
    }
}
