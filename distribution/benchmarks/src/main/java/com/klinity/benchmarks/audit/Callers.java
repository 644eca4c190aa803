package com.klinity.benchmarks.audit;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.database.AuditEntry;
import com.klinity.platform.database.Identity;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Callers of the server's writer, each of whom appends to a random account's chain, again and again.
 *
 * @param log      to append to
 * @param accounts whose chains
 */
record Callers(Accounts log, List<UUID> accounts) {

    /** Appends for that long; every append that was begun is waited for. */
    Latencies append(Duration time, int callers) {
        long until = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> work = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                work.add(threads.submit(() -> appendUntil(until)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> one : work) {
                all.add(one.get());
            }
            return Latencies.of(all);
        } catch (ExecutionException e) {
            throw new BenchmarkFailure("an entry was refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    private long[] appendUntil(long end) {
        SplittableRandom random = new SplittableRandom();
        LongStream.Builder took = LongStream.builder();
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            append(accounts.get(random.nextInt(accounts.size())));
            took.add(System.nanoTime() - begin);
        }
        return took.build().toArray();
    }

    /** As a read of one patient does. */
    private void append(UUID account) {
        Actor actor = new Actor(account.toString(), "127.0.0.1", UUID.randomUUID());
        log.note(Identity.ofWork(account), actor, Touch.of(Action.READ, "Patient", account), AuditEntry.SUCCESS);
    }
}
