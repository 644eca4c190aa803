package com.klinity.platform.testkit.isolation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.function.Executable;

/**
 * What the core refused because a transaction would have waited for it: adapters called, bodies read and answers written
 * inside a scope. It is told by the log, so that a mistake is found also where the caller hides what it threw.
 */
final class Waits extends Handler {

    /** Held, or the logger could go and its listeners with it. */
    private static final Logger LOGGER = Logger.getLogger("com.klinity.platform.database.OnlySql");

    private static final Waits ALL = new Waits();

    static {
        LOGGER.addHandler(ALL);
    }

    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    private Waits() {}

    /** The same test, which fails as well when something waits inside a transaction meanwhile. */
    static Executable without(Executable test) {
        return () -> {
            ALL.found.clear();
            test.execute();
            List<String> waits = List.copyOf(ALL.found);
            if (!waits.isEmpty()) {
                throw new AssertionError("a transaction waits: " + String.join("; ", waits));
            }
        };
    }

    @Override
    public void publish(LogRecord event) {
        found.add(MessageFormat.format(event.getMessage(), event.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
