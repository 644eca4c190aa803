package com.klinity.transcription.sphinx;

import com.klinity.platform.spi.Settings;

/**
 * How the engine runs.
 *
 * @param recognizers how many segments are decoded at once, each in a process of its own
 * @param megabytes most that the heap of each process may hold
 */
record SphinxSettings(int recognizers, int megabytes) {
    private static final int MOST = 16;
    private static final int LEAST_MEGABYTES = 256;
    private static final int USUAL_MEGABYTES = 384;
    private static final int MOST_MEGABYTES = 8192;

    static SphinxSettings from(Settings settings) {
        return new SphinxSettings(
                settings.integer("klinity.sphinx.recognizers", usualRecognizers(), 1, MOST),
                settings.integer("klinity.sphinx.memory", USUAL_MEGABYTES, LEAST_MEGABYTES, MOST_MEGABYTES));
    }

    /** As many as usual, with as much memory as usual. */
    static SphinxSettings withRecognizers(int recognizers) {
        return new SphinxSettings(recognizers, USUAL_MEGABYTES);
    }

    // More than two gain little on recordings of usual length and cost memory while they work.
    private static int usualRecognizers() {
        return Math.min(2, Runtime.getRuntime().availableProcessors());
    }
}
