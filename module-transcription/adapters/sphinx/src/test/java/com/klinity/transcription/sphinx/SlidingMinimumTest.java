package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlidingMinimumTest {
    @Test
    void is_the_least_of_the_last_values() {
        int width = 7;
        double[] values = new SplittableRandom(5).doubles(500).toArray();
        SlidingMinimum minimum = new SlidingMinimum(width);
        for (int i = 0; i < values.length; i++) {
            double least = values[i];
            for (int back = 1; back < width && back <= i; back++) {
                least = Math.min(least, values[i - back]);
            }
            assertEquals(least, minimum.with(values[i]), "at " + i);
        }
    }
}
