package com.klinity.transcription.spi;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Settings;

/**
 * Makes a {@link TranscriptionEngine}. One provider a module, with a public no-argument constructor that does nothing.
 */
public interface TranscriptionEngineProvider extends Adapter {
    /**
     * Opens the engine. Called once at start-up, by one thread; must not load models nor reach the network, so that a
     * server starts at once and a vendor's outage does not stop it.
     *
     * @param settings this adapter's own settings; a malformed one makes {@code IllegalArgumentException}, whose message
     *     names the key and never shows a secret
     * @return the engine, owned and closed by the caller
     */
    TranscriptionEngine open(Settings settings);
}
