package com.klinity.benchmarks.crash;

import java.util.UUID;

/** What a writer asks the server to do. */
sealed interface Operation {

    /** With what. */
    Kind kind();

    /** Whether it changes something. */
    default boolean isWrite() {
        return !(this instanceof Read || this instanceof Listing);
    }

    /**
     * Makes one.
     *
     * @param patient whose, if it is an appointment
     * @param keyed   whether it carries its mark as {@code Idempotency-Key}, so that it can be repeated
     */
    record Create(Kind kind, String mark, UUID patient, boolean keyed) implements Operation {}

    /**
     * Sets the text.
     *
     * @param row as the writer knows it
     */
    record Update(Row row, String mark) implements Operation {
        @Override
        public Kind kind() {
            return row.kind();
        }
    }

    /**
     * Removes it, a patient with all appointments.
     *
     * @param row as the writer knows it
     */
    record Delete(Row row) implements Operation {
        @Override
        public Kind kind() {
            return row.kind();
        }
    }

    /**
     * Reads one.
     *
     * @param row as the writer knows it
     */
    record Read(Row row) implements Operation {
        @Override
        public Kind kind() {
            return row.kind();
        }
    }

    /** Reads a page of them. */
    record Listing(Kind kind) implements Operation {}
}
