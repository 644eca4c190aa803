package com.klinity.transcription.sphinx;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A synthetic recording of any length that is never in memory as a whole: noise, as loud as a function of time says. */
final class Scene implements SampleStream {
    private final long length;
    private final DoubleUnaryOperator loudness;
    private final SplittableRandom random = new SplittableRandom(3);
    private long position;

    /**
     * Sets the scene.
     *
     * @param seconds its length
     * @param loudness amplitude in units of 16 bit, at a time in seconds
     */
    Scene(double seconds, DoubleUnaryOperator loudness) {
        this.length = (long) (seconds * Segment.RATE);
        this.loudness = loudness;
    }

    long position() {
        return position;
    }

    @Override
    public int read(float[] target) {
        int size = (int) Math.min(target.length, length - position);
        double amplitude = Math.max(1, loudness.applyAsDouble((double) position / Segment.RATE));
        for (int i = 0; i < size; i++) {
            target[i] = (float) random.nextDouble(-amplitude, amplitude);
        }
        position += size;
        return size;
    }
}
