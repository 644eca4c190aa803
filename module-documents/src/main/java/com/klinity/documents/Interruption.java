package com.klinity.documents;

import com.klinity.appointments.api.Consents;
import com.klinity.platform.spi.Changes;
import java.util.UUID;

/**
 * Interrupts the thread that made it at the first word that consent to an appointment, or its status, changed. Until it is
 * closed, which that thread does.
 */
final class Interruption implements AutoCloseable {

    private final Thread worker = Thread.currentThread();
    private final Changes.Watch watch;
    private boolean came;
    private boolean over;

    Interruption(Changes changes, UUID account, UUID appointment) {
        this.watch = changes.watch(account, Consents.TOLD_BY, appointment, this::interrupt);
    }

    private synchronized void interrupt() {
        if (!over && !came) {
            came = true;
            worker.interrupt();
        }
    }

    /** Whether there was word. */
    synchronized boolean came() {
        return came;
    }

    @Override
    public void close() {
        watch.close();
        end();
    }

    /** From here on nobody is interrupted, and whoever was does not carry it on. */
    private synchronized void end() {
        over = true;
        if (came) {
            Thread.interrupted();
        }
    }
}
