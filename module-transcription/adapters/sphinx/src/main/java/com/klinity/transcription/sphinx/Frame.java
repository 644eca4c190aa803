package com.klinity.transcription.sphinx;

/** 10 ms of audio and how loud they are. Never changes. */
final class Frame {
    static final int SAMPLES = 160;
    static final int A_SECOND = Segment.RATE / SAMPLES;

    private final short[] samples;
    private final double decibels;

    /**
     * Makes a frame.
     *
     * @param samples as many as a frame has; not copied
     */
    Frame(short[] samples) {
        this.samples = samples;
        this.decibels = 10 * Math.log10(1 + variance(samples));
    }

    /** Energy without the constant part, in dB above one unit of 16 bit; 0 for digital silence. */
    double decibels() {
        return decibels;
    }

    void copyTo(short[] target, int position) {
        System.arraycopy(samples, 0, target, position, SAMPLES);
    }

    private static double variance(short[] samples) {
        double sum = 0;
        double squares = 0;
        for (short sample : samples) {
            sum += sample;
            squares += (double) sample * sample;
        }
        double mean = sum / samples.length;
        return Math.max(0, squares / samples.length - mean * mean);
    }
}
