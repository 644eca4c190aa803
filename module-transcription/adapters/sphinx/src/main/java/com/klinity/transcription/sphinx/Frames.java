package com.klinity.transcription.sphinx;

import java.io.IOException;
import java.util.Optional;

/** Cuts a stream into frames. Notices an interrupt between two of them. */
final class Frames {
    private final SampleStream samples;
    private final float[] buffer = new float[Frame.SAMPLES];

    Frames(SampleStream samples) {
        this.samples = samples;
    }

    /** The next frame; empty at the end, where less than a frame is left out. */
    Optional<Frame> next() throws IOException, InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        return samples.read(buffer) < Frame.SAMPLES ? Optional.empty() : Optional.of(new Frame(rounded()));
    }

    private short[] rounded() {
        short[] rounded = new short[Frame.SAMPLES];
        for (int i = 0; i < Frame.SAMPLES; i++) {
            rounded[i] = (short) Math.clamp(Math.round(buffer[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return rounded;
    }
}
