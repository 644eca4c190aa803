package com.klinity.transcription.sphinx;

/** A stretch of the recording with speech in it: mono, 16 kHz, 16 bit. Never changes. */
final class Segment {
    /** Samples a second. */
    static final int RATE = 16_000;

    private final long startSample;
    private final short[] samples;

    /**
     * Makes a segment.
     *
     * @param startSample where it begins in the recording
     * @param samples not copied: leave them as they are
     */
    Segment(long startSample, short[] samples) {
        this.startSample = startSample;
        this.samples = samples;
    }

    int length() {
        return samples.length;
    }

    short sample(int index) {
        return samples[index];
    }

    long startSample() {
        return startSample;
    }

    long endSample() {
        return startSample + samples.length;
    }

    long startMs() {
        return startSample * 1000 / RATE;
    }

    long endMs() {
        return endSample() * 1000 / RATE;
    }
}
