package com.klinity.platform.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose parameters are being set. Used once, by one thread.
 *
 * <p>Accepted parameter values: null, text, numbers, booleans, {@link java.util.UUID}, {@link java.time.Instant}, {@link
 * java.time.LocalDate}, {@code byte[]}, a list of UUIDs ({@code = any(:ids)}) or of text, and {@link JsonText} for
 * {@code jsonb}.
 */
public interface Statement {

    /** Sets a parameter. */
    Statement set(String name, @Nullable Object value);

    /** Every row, in memory: for results that a limit bounds. */
    <T> List<T> list(Function<Row, T> map);

    /** The only row, or empty; more than one is a programming error. */
    <T> Optional<T> first(Function<Row, T> map);

    /** Every row in turn, fetched in portions with constant memory. */
    void each(Consumer<Row> consumer);

    /** Runs a change and tells how many rows it touched. */
    int execute();
}
