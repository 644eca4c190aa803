package com.klinity.distribution;

import java.io.FileInputStream;
import java.io.IOException;

/**
 * Ends the process when the VM says that memory ran out. The VM's own way ends with 3, which means "cannot start" here. So
 * the launcher has it ring a bell instead, and a thread that waits for that from the beginning needs no memory any more.
 */
final class MemoryBell {

    /** Exit code: memory ran out. */
    static final int OUT_OF_MEMORY = 4;

    /** Where the launcher has put the bell. */
    private static final String PLACE = "com.klinity.memory-bell";

    private static final System.Logger LOG = System.getLogger(MemoryBell.class.getName());

    private MemoryBell() {}

    /** From now on; nothing happens without a launcher that has a bell. */
    static void listen() {
        String place = System.getProperty(PLACE);
        if (place != null) {
            Thread.ofPlatform().daemon().name("memory-bell").start(() -> await(place));
        }
    }

    private static void await(String place) {
        try (FileInputStream bell = new FileInputStream(place)) {
            if (bell.read() >= 0) {
                Runtime.getRuntime().halt(OUT_OF_MEMORY);
            }
        } catch (IOException deaf) {
            LOG.log(System.Logger.Level.WARNING, "nothing will end this process when its memory runs out");
        }
    }
}
