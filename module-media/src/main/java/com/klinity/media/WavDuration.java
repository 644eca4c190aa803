package com.klinity.media;

import org.jspecify.annotations.Nullable;

/** Playing time of a WAV file, from its header. */
final class WavDuration {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int BYTE_RATE = CHUNK_HEADER + 8;
    private static final long UNKNOWN = 0xffff_ffffL;

    private WavDuration() {}

    /**
     * Seconds, to the millisecond.
     *
     * @param total length of the whole file, which bounds what the header claims: recorders that stream write a header
     *              before they know the length
     * @return null when the header does not tell
     */
    static @Nullable Double seconds(AudioHead head, long total) {
        long rate = 0;
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= head.length()) {
            int chunk = (int) at;
            long size = head.littleEndian(chunk + 4);
            if (head.has(chunk, "data")) {
                return playingTime(size, total - chunk - CHUNK_HEADER, rate);
            }
            if (head.has(chunk, "fmt ")) {
                rate = head.littleEndian(chunk + BYTE_RATE);
            }
            at += CHUNK_HEADER + size + (size & 1);
        }
        return null;
    }

    private static @Nullable Double playingTime(long declared, long there, long rate) {
        if (rate == 0) {
            return null;
        }
        long data = declared == 0 || declared == UNKNOWN ? there : Math.min(declared, there);
        return Math.round(data * 1000.0 / rate) / 1000.0;
    }
}
