package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request's body: read once into memory, bounded in size and time, or streamed. */
final class RequestBody {

    static final int MOST_IN_MEMORY = 1 << 20;

    private static final int PIECE = 1 << 14;

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

    /** Reads it whole. What is wrong with it is told later, by {@link #require}: who may not call hears that first. */
    void receive(Duration time) {
        try {
            bytes = read(System.nanoTime() + time.toNanos());
        } catch (Refusal refusal) {
            refused = refusal;
        }
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

    private byte[] read(long until) {
        long declared = request.headers().contentLength().orElse(0);
        if (declared > MOST_IN_MEMORY) {
            throw Refusal.tooLarge(MOST_IN_MEMORY);
        }
        try (InputStream in = stream()) {
            return read(in, until);
        } catch (IOException e) {
            throw Refusal.malformed("The body ended before it was complete.");
        }
    }

    private static byte[] read(InputStream in, long until) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            all.write(piece, 0, read);
            if (all.size() > MOST_IN_MEMORY) {
                throw Refusal.tooLarge(MOST_IN_MEMORY);
            }
            if (System.nanoTime() - until > 0) {
                throw Refusal.timedOut();
            }
        }
        return all.toByteArray();
    }
}
