package com.klinity.transcription.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Feeds one segment to the front end, in blocks of 10 ms with a little noise. */
final class SegmentSource extends BaseDataProcessor {
    private static final int NOT_STARTED = -1;
    // Digital silence has no logarithm and spoils the channel estimate; a fixed seed keeps results repeatable.
    private static final double NOISE = 30;
    private static final long SEED = 16_000;

    private Segment segment = new Segment(0, new short[0]);
    private SplittableRandom noise = new SplittableRandom(SEED);
    private int position = NOT_STARTED;

    void play(Segment next) {
        segment = next;
        noise = new SplittableRandom(SEED);
        position = NOT_STARTED;
    }

    @Override
    public @Nullable Data getData() {
        if (position == NOT_STARTED) {
            position = 0;
            return new DataStartSignal(Segment.RATE);
        }
        if (position > segment.length()) {
            return null;
        }
        return position == segment.length() ? end() : block();
    }

    private Data end() {
        position++;
        return new DataEndSignal(segment.endMs() - segment.startMs());
    }

    private Data block() {
        int size = Math.min(Frame.SAMPLES, segment.length() - position);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = segment.sample(position + i) + noise.nextDouble(-NOISE, NOISE);
        }
        Data data = new DoubleData(values, Segment.RATE, position);
        position += size;
        return data;
    }
}
