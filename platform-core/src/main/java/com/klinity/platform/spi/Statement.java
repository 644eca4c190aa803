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

    /**
     * Every row in turn while it is read, with constant memory: for results that nothing bounds. The statement runs until
     * the last row is taken, so it should do so within minutes: what goes out to a caller is asked for piece by piece. Until
     * then the scope runs no other statement. A column is read as the type that it has; a number or an id is no text here.
     *
     * @throws IllegalStateException when a column has another type, or one that no method of {@link Row} is for
     */
    void each(Consumer<Row> consumer);

    /** Runs a change and tells how many rows it touched. */
    int execute();
}
