package com.klinity.audit;

import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Takes a segment of a log out in portions: each is read whole, in a short transaction of its own, and handed on after
 * that transaction. So a caller who reads slowly, or not at all, holds nothing of the database, and little memory. Used
 * once, by one thread.
 *
 * @param <T> what becomes of an entry
 */
final class Portions<T> {

    /** How much is read before it is handed on, about. */
    private static final int BYTES = 1 << 17;

    private static final int FIRST_ROWS = 250;

    private final Query query;
    private final Function<Row, T> form;
    private final ToIntFunction<T> size;
    private long rows = FIRST_ROWS;

    /**
     * Of what a query finds.
     *
     * @param form makes something of a row
     * @param size about how many bytes of an answer that is
     */
    Portions(Query query, Function<Row, T> form, ToIntFunction<T> size) {
        this.query = query;
        this.form = form;
        this.size = size;
    }

    /** Hands on the rows of a segment in the order of the chain, each with its sequence. */
    @FunctionalInterface
    interface Query {
        void run(Scope scope, Segment piece, Consumer<Row> rows);
    }

    /** What is done outside a transaction. */
    interface Writer<T> {

        /** Makes bytes of an item, and sends nothing yet. */
        void write(T item) throws IOException;

        /** Sends what was made. */
        void send() throws IOException;
    }

    /**
     * Writes all of a segment.
     *
     * @throws com.klinity.platform.spi.Refusal when entries of it left for the archive before they were read
     */
    void each(Segment segment, Reads reads, Writer<T> writer) throws IOException {
        for (long done = segment.first() - 1; done < segment.last(); ) {
            Segment piece = segment.next(done, rows);
            Portion portion = reads.in(scope -> read(scope, piece));
            done = portion.last();
            rows = portion.rowsOfNext();
            portion.write(writer);
            writer.send();
        }
    }

    private Portion read(Scope scope, Segment piece) {
        Portion portion = new Portion(piece);
        query.run(scope, piece, portion::offer);
        EntryTable.requireKept(scope, piece);
        return portion;
    }

    /** What there was room for. The database sends the rest of a piece for nothing, so pieces are made to fit. */
    private final class Portion {

        private final Segment piece;
        private final List<T> taken = new ArrayList<>();
        private long bytes;
        private long lastTaken;
        private boolean full;

        Portion(Segment piece) {
            this.piece = piece;
        }

        void offer(Row row) {
            if (bytes >= BYTES) {
                full = true;
                return;
            }
            T item = form.apply(row);
            taken.add(item);
            bytes += size.applyAsInt(item);
            lastTaken = row.number("sequence");
        }

        /** Lets go of everything, since sending takes as long as the caller likes. */
        void write(Writer<T> writer) throws IOException {
            for (T item : taken) {
                writer.write(item);
            }
            taken.clear();
        }

        long last() {
            return full ? lastTaken : piece.last();
        }

        long rowsOfNext() {
            long fitting = bytes == 0 ? Segment.MOST : piece.entries() * BYTES / bytes;
            return Math.clamp(full ? taken.size() : fitting, 1, Math.min(Segment.MOST, 2 * piece.entries()));
        }
    }
}
