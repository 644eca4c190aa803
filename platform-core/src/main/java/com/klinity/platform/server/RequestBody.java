package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request's body: read once into memory up to a bound, or streamed. */
final class RequestBody {

    static final int MOST_IN_MEMORY = 1 << 20;

    private final ServerRequest request;
    private byte @Nullable [] bytes;

    RequestBody(ServerRequest request) {
        this.request = request;
    }

    InputStream stream() {
        return request.content().hasEntity()
                ? new BodyStream(request.content().inputStream())
                : InputStream.nullInputStream();
    }

    byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            known = read();
            bytes = known;
        }
        return known;
    }

    private byte[] read() {
        if (request.headers().contentLength().orElse(0) > MOST_IN_MEMORY) {
            throw Refusal.tooLarge(MOST_IN_MEMORY);
        }
        try (InputStream in = stream()) {
            byte[] all = in.readNBytes(MOST_IN_MEMORY + 1);
            if (all.length > MOST_IN_MEMORY) {
                throw Refusal.tooLarge(MOST_IN_MEMORY);
            }
            return all;
        } catch (IOException e) {
            throw Refusal.malformed("The body ended before it was complete.");
        }
    }
}
