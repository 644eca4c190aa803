package com.klinity.platform.server.connection;

import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.util.UUID;

/**
 * A problem document (RFC 9457) for what never reached the pipeline, so without its JSON writer: every text is of this
 * project, in ASCII, without a quote.
 *
 * @param id     of the request, made here since nothing else has named it
 * @param slug   last part of its type
 * @param detail a sentence
 */
public record LowProblem(UUID id, int status, String slug, String title, String detail) {

    /** With an id of its own. */
    public static LowProblem of(int status, String slug, String title, String detail) {
        return new LowProblem(UuidV7.at(Instant.now()), status, slug, title, detail);
    }

    /** As JSON. */
    public String json() {
        return "{\"type\":\"https://klinity.com/problems/" + slug + "\",\"title\":\"" + title + "\",\"status\":"
                + status + ",\"detail\":\"" + detail + "\",\"requestId\":\"" + id + "\"}";
    }
}
