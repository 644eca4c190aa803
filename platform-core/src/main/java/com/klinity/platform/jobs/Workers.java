package com.klinity.platform.jobs;

import com.klinity.platform.background.Background;
import com.klinity.platform.background.Loop;
import com.klinity.platform.background.Sign;
import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.database.LeasedJob;
import com.klinity.platform.server.Metrics;
import com.klinity.platform.server.ReadinessCheck;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Jobs;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.StartFailure;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** All that runs jobs in this server. */
public final class Workers implements Jobs, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Workers.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Queue queue;
    private final Background background;
    private final Map<String, Accounts> accounts;
    private final LeaseKeeper keeper;
    private final Map<String, Crew> crews = new ConcurrentHashMap<>();
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private final Map<String, Loop> crewLoops = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final JobFigures figures;

    /**
     * Idle until {@link #start}.
     *
     * @param accounts by the feature whose jobs run in them
     */
    public Workers(Queue queue, Map<String, Accounts> accounts, Background background) {
        this.queue = queue;
        this.background = background;
        this.accounts = Map.copyOf(accounts);
        this.keeper = new LeaseKeeper(queue);
        this.figures = new JobFigures(queue, keeper, crews.values());
    }

    /**
     * Begins to take jobs.
     *
     * @param types by the feature that runs them
     * @throws StartFailure when two types have one topic
     */
    public void start(Map<String, List<JobType>> types) {
        types.forEach((feature, own) -> own.forEach(type -> add(feature, type)));
        loops.add(loop("job-leases", keeper::turn));
        loops.add(loop("job-figures", figures::turn));
        crews.forEach((topic, crew) -> crewLoops.put(topic, loop("jobs-" + topic, crew::turn)));
    }

    private Loop loop(String name, Loop.Turn turn) {
        return Loop.start(
                Thread.ofVirtual(),
                background.of(name, Background.PATIENCE),
                queue.times().stop(),
                sign -> told(turn, sign));
    }

    /** The database may be away for long, which is told less often, and in its own words. */
    private static boolean told(Loop.Turn turn, Sign sign) throws InterruptedException {
        try {
            return turn.take(sign);
        } catch (DatabaseFailure e) {
            sign.rests();
            LOG.log(Level.WARNING, "{0} failed and goes on: {1}", sign.name(), e.getMessage());
            Thread.sleep(AFTER_A_FAILURE);
            return true;
        }
    }

    private void add(String feature, JobType type) {
        Accounts reached = Objects.requireNonNull(accounts.get(feature), feature);
        if (crews.put(type.topic(), new Crew(type, reached, queue, keeper, stopped)) != null) {
            throw new StartFailure("two features run jobs of the topic '" + type.topic() + "'");
        }
    }

    /** How much waits, by topic, and what is stuck. */
    public Metrics metrics() {
        return figures;
    }

    /** Whether what waits moves. */
    public ReadinessCheck readiness() {
        return figures;
    }

    @Override
    public UUID enqueue(String topic, JsonText payload) {
        UUID job = queue.store().enqueue(topic, payload);
        queue.bell().ring(topic);
        return job;
    }

    /**
     * Interrupts running jobs, which go back to the queue, and waits for them for a bounded time. What has not ended then
     * goes back as well, and can write nothing any more.
     */
    @Override
    public void close() {
        long until = System.nanoTime() + queue.times().stop().toNanos();
        try {
            takeNoMore();
            while (!keeper.held().isEmpty() && System.nanoTime() < until) {
                keeper.held().forEach(Attempt::stop);
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loops.forEach(Loop::close);
        stopped.countDown();
        keeper.held().forEach(this::giveBack);
    }

    /** What is being taken just now is taken to its end, or nobody would know whose it is. */
    private void takeNoMore() {
        crews.values().forEach(Crew::close);
        keeper.held().forEach(Attempt::stop);
        crews.keySet().forEach(queue.bell()::ring);
        crewLoops.values().forEach(Loop::awaitLast);
    }

    private void giveBack(Attempt attempt) {
        LeasedJob job = attempt.job();
        LOG.log(Level.WARNING, "job {0} of {1} did not stop in time; it runs again", job.id(), attempt.topic());
        try {
            queue.store().giveBack(job);
        } catch (DatabaseFailure e) {
            LOG.log(Level.WARNING, "job {0} is taken over once its lease has ended: {1}", job.id(), e.getMessage());
        }
    }
}
