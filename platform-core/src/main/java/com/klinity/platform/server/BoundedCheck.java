package com.klinity.platform.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A check that is asked on a thread of its own, by one asker for all who want to know at that time: many probes of a check
 * that hangs are one thread. Safe for many threads.
 */
final class BoundedCheck {

    private final ReadinessCheck check;
    private final AtomicReference<@Nullable FutureTask<Readiness.Answer>> asked = new AtomicReference<>();

    BoundedCheck(ReadinessCheck check) {
        this.check = check;
    }

    ReadinessCheck check() {
        return check;
    }

    private Readiness.Answer said(Readiness.State state) {
        return new Readiness.Answer(state, check.name(), check.hitsEveryServer());
    }

    /** Asks, unless somebody does. */
    FutureTask<Readiness.Answer> ask() {
        FutureTask<Readiness.Answer> under = asked.get();
        if (under != null && !under.isDone()) {
            return under;
        }
        FutureTask<Readiness.Answer> mine = new FutureTask<>(() -> said(check.state()));
        if (!asked.compareAndSet(under, mine)) {
            return ask();
        }
        Thread.ofVirtual().name("readiness").start(mine);
        return mine;
    }

    /** What came back by then; what does not answer is as it says that it is then, and what breaks is down. */
    Readiness.Answer answer(FutureTask<Readiness.Answer> asked, long untilNanos) {
        try {
            return asked.get(Math.max(0, untilNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return said(check.unanswered());
        } catch (ExecutionException e) {
            return said(Readiness.State.DOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return said(Readiness.State.DOWN);
        }
    }
}
