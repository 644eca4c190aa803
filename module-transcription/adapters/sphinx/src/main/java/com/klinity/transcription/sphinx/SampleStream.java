package com.klinity.transcription.sphinx;

import java.io.IOException;

/** Mono audio, read once from front to back. */
interface SampleStream {
    /**
     * Reads on.
     *
     * @param target filled from its beginning, with values of the 16 bit range
     * @return how many values were read; fewer than fit only at the end, 0 when nothing is left
     */
    int read(float[] target) throws IOException;
}
