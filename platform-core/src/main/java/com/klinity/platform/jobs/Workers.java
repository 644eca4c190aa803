package com.klinity.platform.jobs;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.JobStore;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Jobs;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.StartFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** All workers of this server. */
public final class Workers implements Jobs, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final JobStore store;
    private final Map<String, Accounts> accounts;
    private final LeaseKeeper keeper;
    private final Bell bell;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Idle until {@link #start}.
     *
     * @param accounts by the feature whose jobs run in them
     */
    public Workers(JobStore store, Map<String, Accounts> accounts, Bell bell) {
        this.store = store;
        this.accounts = Map.copyOf(accounts);
        this.keeper = new LeaseKeeper(store);
        this.bell = bell;
    }

    /**
     * Begins to take jobs.
     *
     * @param types by the feature that runs them
     * @throws StartFailure when two types have one topic
     */
    public void start(Map<String, List<JobType>> types) {
        Set<String> topics = new HashSet<>();
        types.forEach((feature, own) -> own.forEach(type -> {
            if (!topics.add(type.topic())) {
                throw new StartFailure("two features run jobs of the topic '" + type.topic() + "'");
            }
            begin(type, Objects.requireNonNull(accounts.get(feature), feature));
        }));
        begin("job-leases", keeper);
    }

    private void begin(JobType type, Accounts reached) {
        for (int i = 0; i < type.concurrency(); i++) {
            begin("job-" + type.topic(), new Worker(type, store, reached, keeper, bell));
        }
    }

    @Override
    public UUID enqueue(String topic, JsonText payload) {
        UUID job = store.enqueue(topic, payload);
        bell.ring();
        return job;
    }

    /** Interrupts running jobs, which go back to the queue, and waits for them for a bounded time. */
    @Override
    public void close() {
        keeper.close();
        threads.forEach(Thread::interrupt);
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : threads) {
            join(thread, Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    private static void join(Thread thread, Duration patience) {
        try {
            boolean ended = thread.join(patience);
            if (!ended) {
                System.getLogger(Workers.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "{0} did not stop in time; its job runs again",
                                thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(String name, Runnable task) {
        threads.add(Thread.ofVirtual().name(name).start(task));
    }
}
