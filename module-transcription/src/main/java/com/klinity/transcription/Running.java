package com.klinity.transcription;

import com.klinity.platform.spi.Changes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The runs of this server: how far each one is, to the last report, and a way to stop one at once. Other servers see what
 * is in the table, and stop when they lose the job. Safe for many threads.
 */
final class Running {

    private final Map<UUID, Run> runs = new ConcurrentHashMap<>();
    private final Map<UUID, List<Runnable>> followers = new ConcurrentHashMap<>();

    /** A run while its engine works. */
    final class Run implements AutoCloseable {

        private final UUID id;
        private final Thread thread = Thread.currentThread();
        private volatile double progress;

        private Run(UUID id) {
            this.id = id;
        }

        /** Followers hear of hundredths, which is all that they tell. */
        void reached(double fraction) {
            boolean told = Math.floor(100 * fraction) != Math.floor(100 * progress);
            progress = fraction;
            if (told) {
                followers.getOrDefault(id, List.of()).forEach(Runnable::run);
            }
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

    /** Tells of each step of that transcript's run on this server, from now on and until closed. */
    Changes.Watch follow(UUID id, Runnable told) {
        followers.compute(id, (key, all) -> {
            List<Runnable> some = all == null ? new CopyOnWriteArrayList<>() : all;
            some.add(told);
            return some;
        });
        return () -> followers.computeIfPresent(id, (key, all) -> {
            all.remove(told);
            return all.isEmpty() ? null : all;
        });
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
