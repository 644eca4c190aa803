package com.klinity.platform.server;

import com.klinity.platform.spi.Reply;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of an answer: not what the caller has already (RFC 9110 §15.4.5), and no body to {@code HEAD} (§9.3.2). */
final class Told {

    private static final int NOT_MODIFIED = 304;
    private static final String TAG = "ETag";
    private static final Set<String> KEPT = Set.of("etag", "vary", "content-location", "expires", "accept-ranges");

    private Told() {}

    /** Before what it still needs is made: 304 when the caller named what is there. */
    static Reply unlessKnown(Reply reply, Incoming call) {
        boolean known = reply.status() < 300 && isNamed(reply.headers().get(TAG), call.noneMatch());
        return known
                ? new Reply(NOT_MODIFIED, kept(reply.headers()), new Reply.Empty(), reply.touched(), reply.details())
                : reply;
    }

    private static boolean isNamed(@Nullable String tag, Set<String> known) {
        return tag != null && (known.contains(EntityTags.ANY) || known.contains(tag));
    }

    private static Map<String, String> kept(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> KEPT.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What {@code HEAD} is told: a body that is not there yet is not made, and its length is told only when known. */
    static Reply headOf(Reply reply) {
        return switch (reply.body()) {
            case Reply.Stream stream -> headOf(reply, stream.mediaType(), stream.length());
            case Reply.Live live -> headOf(reply, live.mediaType(), OptionalLong.empty());
            default -> reply;
        };
    }

    private static Reply headOf(Reply reply, String mediaType, OptionalLong length) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        headers.put("Content-Type", mediaType);
        if (length.isPresent()) {
            headers.put("Content-Length", Long.toString(length.getAsLong()));
        } else {
            headers.put("Transfer-Encoding", "chunked");
        }
        return new Reply(reply.status(), headers, new Reply.Empty(), reply.touched(), reply.details());
    }
}
