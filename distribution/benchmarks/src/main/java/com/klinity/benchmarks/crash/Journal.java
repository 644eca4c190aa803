package com.klinity.benchmarks.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What callers were told, from the first request to the last. Safe for many threads. */
final class Journal {

    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final LongAdder writes = new LongAdder();
    private final LongAdder reads = new LongAdder();

    void add(Operation operation, Told answer) {
        told.add(answer);
        (operation.isWrite() ? writes : reads).increment();
    }

    /** An answer that should not have been given. */
    void wrong(String finding) {
        wrong.add(finding);
    }

    List<Told> told() {
        return new ArrayList<>(told);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    long writes() {
        return writes.sum();
    }

    long reads() {
        return reads.sum();
    }
}
