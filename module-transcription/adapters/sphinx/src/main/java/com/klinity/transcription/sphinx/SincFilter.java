package com.klinity.transcription.sphinx;

/** A low-pass filter that reads between samples, tabulated for so many positions between two of them. */
final class SincFilter {
    private static final int POSITIONS = 512;
    private static final int ZERO_CROSSINGS = 16;
    // Leaves room for the filter's slope below half the sample rate.
    private static final double PASSED = 0.92;

    private final int reach;
    private final float[][] table = new float[POSITIONS + 1][];

    /**
     * Makes the filter.
     *
     * @param band the share of the source's band to keep, up to 1
     */
    SincFilter(double band) {
        double cutoff = PASSED * band;
        reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        for (int position = 0; position <= POSITIONS; position++) {
            table[position] = weights((double) position / POSITIONS, cutoff);
        }
    }

    /** How many samples to each side matter. */
    int reach() {
        return reach;
    }

    /** The value at so much of a sample behind {@code samples[from + reach - 1]}. */
    float at(double fraction, float[] samples, int from) {
        float[] weights = table[(int) Math.round(fraction * POSITIONS)];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * samples[from + i];
        }
        return sum;
    }

    private float[] weights(double fraction, double cutoff) {
        float[] weights = new float[2 * reach];
        for (int i = 0; i < weights.length; i++) {
            double distance = i - reach + 1 - fraction;
            weights[i] = (float) (cutoff * sinc(Math.PI * cutoff * distance) * hann(distance / reach));
        }
        return weights;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x) / x;
    }

    private static double hann(double x) {
        return Math.abs(x) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x);
    }
}
