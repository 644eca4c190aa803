package com.klinity.transcription.spi;

/** Hears how far a transcription is. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Called on the transcribing thread, which waits for it: be quick.
     *
     * @param fraction of the work done, 0 to 1, never less than before; 1 exactly once, last, and only on success
     */
    void at(double fraction);
}
