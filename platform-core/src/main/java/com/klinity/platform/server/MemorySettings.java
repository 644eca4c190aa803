package com.klinity.platform.server;

import com.klinity.platform.spi.Settings;

/**
 * What a server keeps in memory for callers.
 *
 * @param bytes     of bodies and of answers that wait to be taken, for all accounts together
 * @param writeRate least bytes a second at which such an answer must be taken, over the whole
 */
public record MemorySettings(long bytes, int writeRate) {

    private static final long MEBIBYTE = 1L << 20;
    private static final int MOST = 1 << 20;

    /** An eighth of the heap: connections and the work itself want theirs, and JSON is larger once it is read. */
    private static final int PART_OF_HEAP = 8;

    /** An account may have a quarter, which holds the longest body twice. */
    private static final int LEAST = 8;

    /** Reads the settings; faults are noted there. */
    public static MemorySettings read(Settings settings) {
        return new MemorySettings(
                settings.integer(
                                "klinity.budget.memory",
                                ofHeap(Runtime.getRuntime().maxMemory()),
                                LEAST,
                                MOST)
                        * MEBIBYTE,
                settings.integer("klinity.server.write-rate", 16_384, 1, 1 << 30));
    }

    /** Mebibytes for a heap of so many bytes. */
    static int ofHeap(long heap) {
        return Math.clamp(heap / PART_OF_HEAP / MEBIBYTE, LEAST, MOST);
    }
}
