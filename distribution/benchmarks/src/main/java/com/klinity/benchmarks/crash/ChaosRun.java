package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.crash.Outcome.Acknowledged;
import com.klinity.benchmarks.disturb.Crowd;
import com.klinity.benchmarks.disturb.Disturbance;
import com.klinity.benchmarks.load.SignUp;
import com.klinity.benchmarks.load.Target;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One account goes on with its work while callers of others, and of none, do what costs a server most, while its
 * connections to the database die, and while it is killed. Nothing of that account's may be lost, nobody but a kill or a
 * dead connection may leave it without an answer, and it may not be kept waiting.
 */
public final class ChaosRun implements AutoCloseable {

    /** Entries in the log of each account that disturbs: more than fits between a server and a caller who does not read. */
    private static final int LONG_LOG = 20_000;

    private final ChaosPlan plan;
    private final Consumer<String> say;
    private final RelayedServer machinery;
    private final Target account;
    private final List<Target> others;
    private final List<Row> first;
    private final Journal journal = new Journal();
    private final Tally tally = new Tally();
    private final List<Writer> writers;
    private final List<String> findings = new ArrayList<>();

    /** Starts the servers with their data in that folder, and signs up. */
    public ChaosRun(ChaosPlan plan, Path folder, Consumer<String> say) {
        this.plan = plan;
        this.say = say;
        say.accept("Seed " + plan.seed);
        machinery = new RelayedServer(plan.image, folder, plan.javaOptions);
        Runtime.getRuntime().addShutdownHook(new Thread(machinery::close, "chaos-shutdown"));
        List<Target> all = new SignUp(machinery.server()).practitioners(1 + plan.accounts);
        account = all.getFirst();
        others = all.subList(1, all.size());
        others.forEach(other -> LongLog.fill(machinery.postgres(), other.account(), LONG_LOG));
        first = List.copyOf(
                SnapshotQuery.readAtOneMoment(machinery.postgres()).rows().values());
        writers = IntStream.range(0, plan.writers)
                .mapToObj(number -> new Writer(number, new Holdings(account.account()), account.token(), journal))
                .toList();
    }

    /** All of it; what was found to be wrong. Blocks for minutes. */
    public List<String> run() {
        Latencies warming = new Latencies();
        quietly(-2, plan.quiet, warming);
        Latencies quiet = new Latencies();
        quietly(-1, plan.quiet, quiet);
        say.accept("quiet: " + line(quiet));
        Latencies disturbed = new Latencies();
        long until = System.nanoTime() + (long) (plan.minutes * 60e9);
        for (int number = 0; System.nanoTime() < until && findings.isEmpty(); number++) {
            Episode episode = Episode.of(plan.seed, number);
            Latencies during = new Latencies();
            long connections = disturbed(episode, number, during);
            disturbed.addAll(during);
            findings.addAll(check());
            say.accept("%d: %s, %d connections; %s; %d findings"
                    .formatted(number, episode, connections, line(during), findings.size()));
            warmAgain(episode, number);
        }
        say.accept("disturbed: " + line(disturbed));
        judge(quiet, disturbed);
        say.accept(tally.line(journal, SnapshotQuery.readAtOneMoment(machinery.postgres())));
        return List.copyOf(findings);
    }

    /** What a server that has just begun takes longer for is not what others cost it. */
    private void warmAgain(Episode before, int number) {
        if (before.fault() == Episode.Fault.KILLED) {
            quietly(-number - 3, plan.warming, new Latencies());
        }
    }

    private void quietly(int number, int seconds, Latencies latencies) {
        load(number, latencies, going -> {
            Machinery.rest(Duration.ofSeconds(seconds));
            return 0L;
        });
        findings.addAll(check());
    }

    private long disturbed(Episode episode, int number, Latencies latencies) {
        List<Crowd> crowds = episode.disturbances().stream().map(this::begin).toList();
        try {
            return load(number, latencies, going -> {
                Machinery.rest(episode.half());
                strike(episode.fault());
                Machinery.rest(episode.half());
                if (episode.fault() == Episode.Fault.NONE && !going.get()) {
                    findings.add("an undisturbed caller was left without an answer by " + episode.disturbances());
                }
                return crowds.stream().mapToLong(Crowd::connections).sum();
            });
        } finally {
            crowds.forEach(Crowd::close);
            if (episode.fault() == Episode.Fault.KILLED) {
                machinery.restart();
            }
        }
    }

    private Crowd begin(Disturbance disturbance) {
        return disturbance.begin(machinery.server().address(), others);
    }

    private void strike(Episode.Fault fault) {
        switch (fault) {
            case NONE -> {}
            case BLACK_HOLE -> machinery.blackHole();
            case KILLED -> machinery.kill();
        }
    }

    /** What happens while the account works; told whether all its callers are still being answered. */
    private interface Meanwhile {
        long happen(AtomicBoolean going);
    }

    private long load(int number, Latencies latencies, Meanwhile meanwhile) {
        AtomicBoolean going = new AtomicBoolean(true);
        try (Api api = new Api(machinery.server().address(), latencies);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < writers.size(); writer++) {
                Writer one = writers.get(writer);
                var random = Kill.random(plan.seed, number, writer);
                work.add(threads.submit(() -> {
                    one.work(api, random, going::get);
                    going.set(false);
                }));
            }
            long told = meanwhile.happen(going);
            going.set(false);
            for (Future<?> end : work) {
                end.get();
            }
            return told;
        } catch (ExecutionException e) {
            throw new BenchmarkFailure("a writer failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    /** Settles what is open once the server answers again, and compares. */
    private List<String> check() {
        try (Api api = new Api(machinery.server().address())) {
            Outcome again = api.sendUntilKnown(new Operation.Listing(Kind.PATIENT), account.token());
            if (!(again instanceof Acknowledged)) {
                return List.of("half a minute later the account was still not answered");
            }
        }
        Snapshot found = SnapshotQuery.readAtOneMoment(machinery.postgres());
        writers.forEach(writer -> writer.settle(found, tally));
        List<Row> expected = Stream.concat(
                        first.stream(), writers.stream().flatMap(writer -> writer.holdings().rows().stream()))
                .toList();
        return Stream.of(
                        journal.wrong().stream(),
                        Findings.in(found, journal.told(), expected).stream(),
                        new ApiCheck(found, List.of(account))
                                .findings(machinery.server().address()).stream())
                .flatMap(each -> each)
                .toList();
    }

    private void judge(Latencies quiet, Latencies disturbed) {
        double times = (double) disturbed.percentile(99).toNanos()
                / quiet.percentile(99).toNanos();
        say.accept(String.format(Locale.ROOT, "p99 of the undisturbed account: %.2f times its quiet value", times));
        if (!(times < plan.mostTimes)) {
            findings.add("the account was kept waiting by others");
        }
    }

    private static String line(Latencies latencies) {
        return String.format(
                Locale.ROOT,
                "%d requests, p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                latencies.count(),
                latencies.percentile(50).toNanos() / 1e6,
                latencies.percentile(99).toNanos() / 1e6,
                latencies.longest().toNanos() / 1e6);
    }

    @Override
    public void close() {
        machinery.close();
    }
}
