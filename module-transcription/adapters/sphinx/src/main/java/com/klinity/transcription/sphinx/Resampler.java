package com.klinity.transcription.sphinx;

import java.io.IOException;
import java.util.Arrays;

/**
 * Brings a stream to 16 kHz with a windowed sinc filter, which also removes what 16 kHz cannot carry. Positions are
 * exact fractions, so that hours do not drift.
 */
final class Resampler implements SampleStream {
    private static final int BLOCK = 2048;

    private final SampleStream source;
    private final int sourceRate;
    private final SincFilter filter;
    private final float[] block = new float[BLOCK];
    private final float[] buffer;
    private long bufferStart;
    private int filled;
    private long sourceEnd = Long.MAX_VALUE;
    private long produced;

    Resampler(SampleStream source, int sourceRate) {
        this.source = source;
        this.sourceRate = sourceRate;
        filter = new SincFilter(Math.min(1, (double) Segment.RATE / sourceRate));
        buffer = new float[2 * filter.reach() + BLOCK];
        filled = filter.reach() - 1; // silence before the beginning
        bufferStart = -filled;
    }

    @Override
    public int read(float[] target) throws IOException {
        for (int i = 0; i < target.length; i++) {
            long whole = produced * sourceRate / Segment.RATE;
            bufferAround(whole);
            if (whole >= sourceEnd) {
                return i;
            }
            double fraction = (double) (produced * sourceRate % Segment.RATE) / Segment.RATE;
            target[i] = filter.at(fraction, buffer, (int) (whole - filter.reach() + 1 - bufferStart));
            produced++;
        }
        return target.length;
    }

    private void bufferAround(long whole) throws IOException {
        while (bufferStart + filled <= whole + filter.reach()) {
            dropBefore(whole - filter.reach() + 1);
            int got = source.read(block);
            Arrays.fill(block, got, BLOCK, 0); // silence after the end
            if (got < BLOCK) {
                sourceEnd = Math.min(sourceEnd, bufferStart + filled + got);
            }
            System.arraycopy(block, 0, buffer, filled, BLOCK);
            filled += BLOCK;
        }
    }

    private void dropBefore(long index) {
        int drop = (int) (index - bufferStart);
        System.arraycopy(buffer, drop, buffer, 0, filled - drop);
        bufferStart = index;
        filled -= drop;
    }
}
