package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.load.SignUp;
import com.klinity.benchmarks.load.Target;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Kills, starts again and compares, as often as planned. A seed fixes when and who is killed, and what each writer would
 * ask for next in the same situation. How far the writers get until then, and what is under way at that moment, is up to
 * the machine.
 */
public final class CrashRun implements AutoCloseable {

    private final CrashPlan plan;
    private final Consumer<String> say;
    private final Machinery machinery;
    private final List<Target> accounts;
    private final List<Row> first;
    private final Journal journal = new Journal();
    private final Tally tally = new Tally();
    private final List<Writer> writers;

    /** Starts the server with its data in that folder, and signs up. */
    public CrashRun(CrashPlan plan, Path folder, Consumer<String> say) {
        this.plan = plan;
        this.say = say;
        say.accept("Seed " + plan.seed);
        machinery = new Machinery(plan.image, folder, plan.javaOptions);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "crash-shutdown"));
        accounts = new SignUp(machinery.server()).practitioners(plan.accounts);
        first = List.copyOf(SnapshotQuery.read(machinery.postgres()).rows().values());
        writers = IntStream.range(0, plan.writers).mapToObj(this::writer).toList();
    }

    private Writer writer(int number) {
        Target account = accounts.get(number % accounts.size());
        return new Writer(number, new Holdings(account.account()), account.token(), journal);
    }

    /** All kills; stops after the first one with findings and returns them. Blocks for minutes. */
    public List<String> run() {
        for (int number = 0; number < plan.kills; number++) {
            Kill kill = Kill.of(plan.seed, number);
            killUnderLoad(kill, number);
            machinery.restart(kill);
            List<String> findings = check();
            say.accept("%d: %s; %d findings".formatted(number + 1, kill, findings.size()));
            if (!findings.isEmpty()) {
                return findings;
            }
            repeat();
        }
        Snapshot last = SnapshotQuery.read(machinery.postgres());
        say.accept(tally.line(journal, last));
        return findings(last);
    }

    private void killUnderLoad(Kill kill, int number) {
        tally.killed(kill);
        try (Api api = new Api(machinery.server().address());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = load(api, number, threads);
            Machinery.rest(kill.after());
            machinery.kill(kill);
            for (Future<?> end : work) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new BenchmarkFailure("a writer failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    private List<Future<?>> load(Api api, int number, ExecutorService threads) {
        List<Future<?>> work = new ArrayList<>();
        for (int writer = 0; writer < writers.size(); writer++) {
            Writer one = writers.get(writer);
            SplittableRandom random = Kill.random(plan.seed, number, writer);
            work.add(threads.submit(() -> one.work(api, random, () -> true)));
        }
        return work;
    }

    /** Settles what is open, and compares. */
    private List<String> check() {
        Snapshot found = SnapshotQuery.read(machinery.postgres());
        for (Writer writer : writers) {
            writer.settle(found, tally);
        }
        List<String> findings = new ArrayList<>(findings(found));
        findings.addAll(
                new ApiCheck(found, accounts).findings(machinery.server().address()));
        return findings;
    }

    /** What does not agree in that state. */
    List<String> findings(Snapshot found) {
        List<Row> expected = Stream.concat(
                        first.stream(), writers.stream().flatMap(writer -> writer.holdings().rows().stream()))
                .toList();
        return Stream.concat(journal.wrong().stream(), Findings.in(found, journal.told(), expected).stream())
                .toList();
    }

    private void repeat() {
        try (Api api = new Api(machinery.server().address())) {
            for (Writer writer : writers) {
                Optional<Operation.Create> repeated = writer.repeat(api);
                tally.repeated(repeated);
            }
        }
    }

    /** The database as it is now. */
    Postgres postgres() {
        return machinery.postgres();
    }

    @Override
    public void close() {
        machinery.close();
    }
}
