package com.klinity.transcription;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Reads;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events (WHATWG HTML §9.2): one at the beginning and at each change, the last one with a final status. They
 * tell status and progress and nothing that was said. Progress never falls while the status stays, not even when a run
 * that was cut off is begun again. Each look at the table checks the account anew.
 */
final class EventStream {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);

    /** Keeps proxies from closing an idle connection: a comment every ten seconds. */
    private static final int LOOKS_PER_HEARTBEAT = 25;

    /** Half an hour, so that nobody follows for long with a token that has expired; clients reconnect. */
    private static final int LOOKS_MOST = 4500;

    private final UUID id;
    private final Running running;
    private final Json json;
    private final OutputStream out;
    private @Nullable Event last;
    private int silent;

    EventStream(UUID id, Running running, Json json, OutputStream out) {
        this.id = id;
        this.running = running;
        this.json = json;
        this.out = out;
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

    void follow(Reads reads) throws IOException {
        for (int looks = 0; looks < LOOKS_MOST; looks++) {
            Optional<Event> now = look(reads);
            if (now.isEmpty()) {
                return;
            }
            tell(now.get());
            if (now.get().status().ended() || !rest()) {
                return;
            }
        }
    }

    private Optional<Event> look(Reads reads) {
        return reads.in(scope -> RunTable.state(scope, id))
                .map(state -> running.refined(id, state))
                .map(Event::of);
    }

    private void tell(Event seen) throws IOException {
        Event now = seen.notBehind(last);
        if (!now.equals(last)) {
            write("event: status\ndata: " + json.write(now).text() + "\n\n");
            last = now;
        } else if (++silent >= LOOKS_PER_HEARTBEAT) {
            write(":\n\n");
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        silent = 0;
    }

    /** False when the server stops. */
    private static boolean rest() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
