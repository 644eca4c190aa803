package com.klinity.platform.spi;

import java.util.UUID;

/**
 * Word of changes to rows, by whatever server and in whatever way, so that nobody has to look again and again. Safe for
 * many threads.
 *
 * <p>Word comes of tables whose migration makes a trigger that executes {@code platform.tell_change()}, on each row that
 * changes, after the commit. It is a reason to look, which {@link Reads} does, and tells nothing by itself. It may come
 * without a change: after the server could not listen for a while, everybody is told.
 */
public interface Changes {

    /**
     * Says when a row has changed, from now on and until that is closed.
     *
     * @param account whose row it is
     * @param table   with its schema, such as {@code transcription.transcripts}
     * @param id      of the row
     * @param told    run by a thread that all wait for: must not block
     */
    Watch watch(UUID account, String table, UUID id, Runnable told);

    /** Ends when it is closed. */
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
