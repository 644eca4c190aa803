package com.klinity.transcription;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs of this server: how far each one is, to the last report, and a way to stop one at once. Other servers see what
 * is in the table, and stop when they lose the job. Safe for many threads.
 */
final class Running {

    private final Map<UUID, Run> runs = new ConcurrentHashMap<>();

    /** A run while its engine works. */
    final class Run implements AutoCloseable {

        private final UUID id;
        private final Thread thread = Thread.currentThread();
        private volatile double progress;

        private Run(UUID id) {
            this.id = id;
        }

        void reached(double fraction) {
            progress = fraction;
        }

        /** From here on nobody interrupts the thread through this. */
        @Override
        public void close() {
            runs.remove(id, this);
        }
    }

    /** The calling thread works on this transcript from now on. */
    Run begin(UUID id) {
        Run run = new Run(id);
        runs.put(id, run);
        return run;
    }

    /** Interrupts the run when there is one here. */
    void stop(UUID id) {
        runs.computeIfPresent(id, (key, run) -> {
            run.thread.interrupt();
            return run;
        });
    }

    /** A state from the table, brought up to date by a run in this server. */
    RunTable.State refined(UUID id, RunTable.State state) {
        Run run = runs.get(id);
        return run == null || state.status() != Status.PROCESSING
                ? state
                : new RunTable.State(state.status(), Math.max(state.progress(), run.progress));
    }
}
