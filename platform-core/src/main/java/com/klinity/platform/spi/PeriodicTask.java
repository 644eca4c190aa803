package com.klinity.platform.spi;

import java.time.Duration;

/**
 * Work that every server does again and again while it runs. One run at a time in one server; what must not happen on two
 * servers at once is the work's own care.
 *
 * @param name   for the log, such as {@code "audit checkpoint"}
 * @param every  from the end of one run to the beginning of the next; the first begins that long after the start
 * @param work   may block; what it throws is logged by its class, and it is run again
 * @param atEnds whether there is a run at the start as well, and one at the stop once the last request has ended, for which
 *              the stop waits for a bounded time
 */
public record PeriodicTask(String name, Duration every, Runnable work, boolean atEnds) {

    /** One without runs at the start and the stop. */
    public PeriodicTask(String name, Duration every, Runnable work) {
        this(name, every, work, false);
    }
}
