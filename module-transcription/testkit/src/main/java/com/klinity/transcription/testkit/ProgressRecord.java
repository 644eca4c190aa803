package com.klinity.transcription.testkit;

import com.klinity.transcription.spi.ProgressListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is told, and by which thread. */
public final class ProgressRecord implements ProgressListener {
    private final List<Double> fractions = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** Nothing heard yet. */
    public ProgressRecord() {}

    @Override
    public void at(double fraction) {
        fractions.add(fraction);
        threads.add(Thread.currentThread());
    }

    /**
     * What was heard.
     *
     * @return in order
     */
    public List<Double> fractions() {
        return List.copyOf(fractions);
    }

    /**
     * Who told it.
     *
     * @return one thread a fraction
     */
    public List<Thread> threads() {
        return List.copyOf(threads);
    }
}
