package com.klinity.transcription.sphinx;

import java.util.ArrayDeque;

/** The least of the last so many values. */
final class SlidingMinimum {
    private record Entry(long index, double value) {}

    private final int width;
    private final ArrayDeque<Entry> rising = new ArrayDeque<>();
    private long index;

    SlidingMinimum(int width) {
        this.width = width;
    }

    /** Adds a value and returns the least, this one included. */
    double with(double value) {
        while (!rising.isEmpty() && rising.getLast().value() >= value) {
            rising.removeLast();
        }
        rising.add(new Entry(index, value));
        index++;
        if (rising.getFirst().index() <= index - 1 - width) {
            rising.removeFirst();
        }
        return rising.getFirst().value();
    }
}
