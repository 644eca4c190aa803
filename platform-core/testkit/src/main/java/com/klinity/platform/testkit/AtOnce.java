package com.klinity.platform.testkit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Makes calls race each other. */
public final class AtOnce {

    private static final int PATIENCE_SECONDS = 60;

    private AtOnce() {}

    /**
     * What calls come to that start together, in the order of the calls. Blocks until all have ended, a minute at most.
     *
     * @throws IllegalStateException when one of them fails, with why, or does not end
     */
    public static <T> List<T> all(List<Callable<T>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        List<Callable<T>> together = calls.stream()
                .map(call -> (Callable<T>) () -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return call.call();
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(together, PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                    .map(AtOnce::result)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> ended) {
        return switch (ended.state()) {
            case SUCCESS -> ended.resultNow();
            case FAILED -> throw new IllegalStateException("a call failed", ended.exceptionNow());
            case CANCELLED, RUNNING -> throw new IllegalStateException("a call does not end");
        };
    }
}
