package com.klinity.identity.local;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Does the same thing in many threads that start together. */
final class AtOnce {

    private static final int THREADS = 8;

    private AtOnce() {}

    static <T> List<T> run(Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<T> together = () -> {
            start.await();
            return work.call();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            return threads
                    .invokeAll(Stream.generate(() -> together).limit(THREADS).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
