package com.klinity.transcription.sphinx;

import com.klinity.platform.spi.Settings;

/**
 * How the engine runs.
 *
 * @param recognizers how many segments are decoded at once; each needs about 150 MB once it is used
 */
record SphinxSettings(int recognizers) {
    private static final int MOST = 16;

    static SphinxSettings from(Settings settings) {
        return new SphinxSettings(
                settings.integer("klinity.sphinx.recognizers", forThisMachine().recognizers(), 1, MOST));
    }

    // More than two gain little on recordings of usual length and cost memory for good.
    static SphinxSettings forThisMachine() {
        return new SphinxSettings(Math.min(2, Runtime.getRuntime().availableProcessors()));
    }
}
