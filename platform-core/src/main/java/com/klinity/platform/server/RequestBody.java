package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request's body: read once into memory, bounded in size and time, or streamed. */
final class RequestBody {

    private final ServerRequest request;
    private byte @Nullable [] bytes;
    private @Nullable Refusal refused;

    RequestBody(ServerRequest request) {
        this.request = request;
    }

    InputStream stream() {
        return request.content().hasEntity()
                ? new BodyStream(request.content().inputStream())
                : InputStream.nullInputStream();
    }

    /**
     * Reads it whole. What is wrong with it is told later, by {@link #require}: who may not call hears that first.
     *
     * @param most bytes
     * @param hold grows with what has come
     */
    void receive(Duration time, int most, Memory.Hold hold) {
        try {
            bytes = read(System.nanoTime() + time.toNanos(), new ReceivedBytes(most, hold));
        } catch (Refusal refusal) {
            hold.resize(0);
            refused = refusal;
        }
    }

    /** Lets go of what was received; nobody needs it any more. */
    void drop() {
        bytes = null;
    }

    /** Leaves it unread; it counts as empty. */
    void leave() {
        bytes = new byte[0];
    }

    /** Goes on when there is nothing wrong with what was received. */
    void require() {
        if (refused != null) {
            throw refused;
        }
    }

    byte[] bytes() {
        require();
        byte[] known = bytes;
        if (known == null) {
            throw new IllegalStateException("the body of a GET, a DELETE or an upload is not read into memory");
        }
        return known;
    }

    private byte[] read(long until, ReceivedBytes received) {
        received.expect(request.headers().contentLength().orElse(0));
        try (InputStream in = stream()) {
            while (received.readFrom(in)) {
                if (System.nanoTime() - until > 0) {
                    throw Refusal.timedOut();
                }
            }
            return received.whole();
        } catch (IOException e) {
            throw Refusal.malformed("The body ended before it was complete.");
        }
    }
}
