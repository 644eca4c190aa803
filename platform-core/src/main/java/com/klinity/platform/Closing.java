package com.klinity.platform;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the last first; one that fails does not keep the others open. */
final class Closing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Closing.class.getName());

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T later(T closeable) {
        opened.push(closeable);
        return closeable;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            closeOne(opened.pop());
        }
    }

    private static void closeOne(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) { // whatever it is, the rest must still be closed
            LOG.log(System.Logger.Level.WARNING, "{0} did not close: {1}", closeable.getClass().getName(), e.toString());
        }
    }
}
