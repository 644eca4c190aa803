package com.klinity.transcription;

import com.klinity.platform.spi.Reads;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Looks at transcripts for those who follow them. They may all hear of a change at the same time; then they take turns, and
 * leave the database to others.
 */
final class Looks {

    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * The state of a transcript, empty when it is gone. Checks the account anew.
     *
     * @throws InterruptedException while it waits for its turn
     */
    Optional<RunTable.State> look(Reads reads, UUID id) throws InterruptedException {
        turns.acquire();
        try {
            return reads.in(scope -> RunTable.state(scope, id));
        } finally {
            turns.release();
        }
    }
}
