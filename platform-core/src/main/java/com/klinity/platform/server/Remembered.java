package com.klinity.platform.server;

import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a request that was done under an {@code Idempotency-Key}; nothing of what it said or was told.
 *
 * @param status    it was answered with
 * @param silent    whether it was answered without a body
 * @param location  of what it made, when the answer told one
 * @param resources it touched
 */
record Remembered(int status, boolean silent, Optional<String> location, List<UUID> resources) {

    static final String COLUMNS =
            "coalesce(fingerprint, ''::bytea) as fingerprint, status, silent, location, resources";

    static Remembered of(Row row) {
        return new Remembered(
                (int) row.number("status"),
                row.flag("silent"),
                Optional.ofNullable(row.textOrNull("location")),
                row.uuids("resources"));
    }

    /** The same answer where it said nothing, which needs no reading. */
    Reply repeated() {
        return with(new Reply(status, Map.of(), new Reply.Empty(), resources, Map.of()));
    }

    /** The same status and location, with what is there now. */
    Reply with(Reply now) {
        Reply same = now.status(status);
        return location.map(place -> same.header("Location", place)).orElse(same);
    }

    /** A request that was done, and whose answer must be read again. */
    static final class ReadAgain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Remembered first;

        ReadAgain(Remembered first) {
            super("done before", null, false, false);
            this.first = first;
        }

        Remembered first() {
            return first;
        }
    }

    /** There is no route that would tell what it told. */
    static Refusal unreadable() {
        return Refusal.conflict(
                "already-done", "This was done under the same Idempotency-Key; what it answered is not kept.");
    }

    /** Whether a route's answers may be remembered: one that only reads has nothing that must not happen twice. */
    static boolean concerns(Action action) {
        return action != Action.READ && action != Action.EXPORT;
    }
}
