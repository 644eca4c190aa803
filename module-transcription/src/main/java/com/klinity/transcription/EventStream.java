package com.klinity.transcription;

import com.klinity.platform.spi.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events (WHATWG HTML §9.2): one at the beginning and at each change, the last one with a final status. They
 * tell status and progress and nothing that was said. Progress never falls while the status stays, not even when a run
 * that was cut off is begun again. Nothing is asked while nothing happens; each look at the table checks the account anew.
 */
final class EventStream {

    /** Keeps proxies from closing an idle connection, and notices a caller who is gone, by a comment. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Changes that come close together are one event. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    /** Heartbeats after which it looks although nobody said that something changed: five minutes. */
    private static final int SILENCE = 20;

    /** So that nobody follows for long with a token that has expired; clients reconnect. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final UUID id;
    private final Running running;
    private final Json json;
    private final OutputStream out;
    private final Semaphore bell = new Semaphore(0);
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private @Nullable Event last;
    private int silent;

    EventStream(UUID id, Running running, Json json, OutputStream out) {
        this.id = id;
        this.running = running;
        this.json = json;
        this.out = out;
    }

    /** Asks the database. */
    @FunctionalInterface
    interface Look {

        /** What it says; empty when the transcript is gone. */
        Optional<RunTable.State> look() throws InterruptedException;
    }

    /** The row may be another now. */
    void changed() {
        changed.set(true);
        bell.release();
    }

    /** The run on this server came further. */
    void advanced() {
        bell.release();
    }

    /**
     * What an event says.
     *
     * @param progress 0 to 1, in hundredths
     */
    record Event(Status status, double progress) {

        static Event of(RunTable.State state) {
            return new Event(state.status(), Math.floor(100 * state.progress()) / 100);
        }

        /** Between the end of a run and its entry in the table nobody knows how far it was, which is no step back. */
        Event notBehind(@Nullable Event before) {
            return before == null || before.status() != status
                    ? this
                    : new Event(status, Math.max(before.progress(), progress));
        }
    }

    /**
     * Tells everything to the end.
     *
     * @param look at the transcript
     * @throws InterruptedException when the server stops or the stream is cut
     */
    void follow(Look look) throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        Optional<RunTable.State> state = Optional.empty();
        do {
            if (changed.getAndSet(false)) {
                state = look.look();
            }
            if (state.isEmpty()) {
                return;
            }
            Event now = Event.of(running.refined(id, state.get()));
            tell(now);
            if (now.status().ended()) {
                return;
            }
            rest();
        } while (System.nanoTime() < until);
    }

    private void tell(Event seen) throws IOException {
        Event now = seen.notBehind(last);
        if (!now.equals(last)) {
            write("event: status\ndata: " + json.write(now).text() + "\n\n");
            last = now;
        }
    }

    /** Until something happens, or for a heartbeat. */
    private void rest() throws IOException, InterruptedException {
        if (bell.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.sleep(TOGETHER);
            bell.drainPermits();
            silent = 0;
        } else {
            write(":\n\n");
            if (++silent % SILENCE == 0) {
                changed.set(true);
            }
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
