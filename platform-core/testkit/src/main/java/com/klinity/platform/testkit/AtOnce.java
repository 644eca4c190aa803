package com.klinity.platform.testkit;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Makes calls race each other. */
public final class AtOnce {

    private static final int PATIENCE_SECONDS = 60;

    private AtOnce() {}

    /** What calls come to that start together, in the order of the calls. Blocks until all have ended. */
    public static List<Answer> all(List<Supplier<Answer>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> after(start, call), threads)
                            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private static Answer after(CyclicBarrier start, Supplier<Answer> call) {
        try {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        return call.get();
    }
}
