package com.klinity.platform.database;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Between begin and commit there is only SQL: knows which threads are inside a scope, and refuses them whatever could make
 * a transaction wait for somebody else. A thread begun inside a scope counts as inside until that scope ends.
 */
public final class OnlySql {

    private static final System.Logger LOG = System.getLogger(OnlySql.class.getName());
    private static final int FRAMES = 12;

    /** The objects are shared with threads begun meanwhile, so that the end reaches them as well. */
    private static final InheritableThreadLocal<@Nullable Inside> HERE = new InheritableThreadLocal<>();

    private static final Map<Thread, Inside> OPEN = new ConcurrentHashMap<>();

    private OnlySql() {}

    /** A scope that is open, on the thread that opened it. */
    static final class Inside implements AutoCloseable {

        private final Thread thread = Thread.currentThread();
        private final Runnable abort;
        private volatile boolean open = true;

        private Inside(Runnable abort) {
            this.abort = abort;
        }

        @Override
        public void close() {
            open = false;
            OPEN.remove(thread, this);
            HERE.remove();
        }
    }

    /**
     * The current thread is inside from now on, until that is closed by it.
     *
     * @param abort takes the database away from it, by another thread
     */
    static Inside begin(Runnable abort) {
        Inside inside = new Inside(abort);
        HERE.set(inside);
        OPEN.put(inside.thread, inside);
        return inside;
    }

    /** Whether the current thread is inside a scope. */
    public static boolean isOpen() {
        Inside inside = HERE.get();
        return inside != null && inside.open;
    }

    /**
     * Lets the current thread go on unless it is inside a scope.
     *
     * @param place what it is about to do, in words of the code: no value
     * @throws NotSql when it is inside; the place is in the log then
     */
    public static void refuse(String place) {
        if (isOpen()) {
            NotSql mistake = new NotSql(place);
            LOG.log(Level.ERROR, "{0}\n{1}", mistake.getMessage(), frames(mistake));
            throw mistake;
        }
    }

    /** Rolls back what a thread has open and gives its connection away. Nothing happens when it has none. */
    public static void abort(Thread thread) {
        Inside inside = OPEN.get(thread);
        if (inside != null) {
            inside.abort.run();
        }
    }

    private static String frames(Throwable mistake) {
        StringBuilder text = new StringBuilder();
        StackTraceElement[] frames = mistake.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append(i == 0 ? "" : "\n").append("  at ").append(frames[i]);
        }
        return text.toString();
    }
}
