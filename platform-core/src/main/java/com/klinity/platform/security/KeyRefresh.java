package com.klinity.platform.security;

import com.klinity.platform.spi.JwksUnavailable;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the issuer's keys on a thread of its own: one read at a time, and none before the cool-down has passed. */
final class KeyRefresh {
    private final JwksReader reader;
    private final Consumer<Map<String, PublicKey>> result;
    private final InstantSource clock;
    private final RefreshPolicy policy;
    private final KeyTrouble trouble = new KeyTrouble();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);
    private Instant nextAllowed = Instant.MIN;

    KeyRefresh(JwksReader reader, Consumer<Map<String, PublicKey>> result, InstantSource clock, RefreshPolicy policy) {
        this.reader = reader;
        this.result = result;
        this.clock = clock;
        this.policy = policy;
    }

    /** Starts a read where one is allowed, and returns at once. */
    void start() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (latest.isDone() && isAllowed(now)) {
                nextAllowed = now.plus(policy.coolDown());
                latest = read();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Starts a read where one is allowed, and waits for the one under way, however it ends, as long as patience lasts. */
    void startAndAwait() {
        start();
        try {
            latest.get(policy.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException ignored) {
            // reported where it happened; the caller looks at the keys there are
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /** A clock that was set back must not hold reads off for longer than the cool-down. */
    private boolean isAllowed(Instant now) {
        return !now.isBefore(nextAllowed) || Duration.between(now, nextAllowed).compareTo(policy.coolDown()) > 0;
    }

    private CompletableFuture<Void> read() {
        CompletableFuture<String> document = new CompletableFuture<>();
        Thread fetcher = Thread.ofVirtual()
                .name("jwks-fetch")
                .unstarted(() -> document.completeAsync(reader::fetch, Runnable::run));
        CompletableFuture<Void> read = document.orTimeout(policy.fetchLimit().toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(reader::read)
                .thenAccept(result)
                .whenComplete((ignored, failure) -> report(fetcher, failure));
        fetcher.start();
        return read;
    }

    /** Whether the last read that has ended failed. */
    boolean isInTrouble() {
        return trouble.isThere();
    }

    private void report(Thread fetcher, @Nullable Throwable failure) {
        if (failure == null) {
            trouble.isOver();
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            fetcher.interrupt();
        }
        trouble.happened(reason(cause), clock.instant());
    }

    /** Only our own failures are known to carry nothing from outside. */
    private static String reason(Throwable cause) {
        return switch (cause) {
            case JwksUnavailable unavailable -> String.valueOf(unavailable.getMessage());
            case TimeoutException late -> "the endpoint does not answer in time";
            default -> cause.getClass().getSimpleName();
        };
    }
}
