package com.klinity.transcription.spi;

/** The one rule of every time range. */
final class TimeRange {
    private TimeRange() {}

    static void check(long startMs, long endMs) {
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException("times: 0 <= startMs <= endMs");
        }
    }
}
