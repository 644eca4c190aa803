package com.klinity.distribution;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that this process logs while it is open, the platform's own words down to the finest. */
final class Spoken extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger PLATFORM = Logger.getLogger("com.klinity");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final SimpleFormatter form = new SimpleFormatter();

    Spoken() {
        setLevel(Level.ALL);
        PLATFORM.setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    List<String> linesWith(String word) {
        return lines.stream().filter(line -> line.contains(word)).toList();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(form.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        PLATFORM.setLevel(null);
    }
}
