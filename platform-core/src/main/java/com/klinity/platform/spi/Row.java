package com.klinity.platform.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result, by column name. Valid only while it is being mapped. An SQL null is a
 * programming error where the accessor does not end in {@code OrNull}.
 */
public interface Row {

    /** A uuid that is not null. */
    UUID uuid(String column);

    /** A uuid. */
    @Nullable
    UUID uuidOrNull(String column);

    /** Text that is not null. */
    String text(String column);

    /** Text, or the text form of any simple type. */
    @Nullable
    String textOrNull(String column);

    /** A whole number that is not null. */
    long number(String column);

    /** A whole number. */
    @Nullable
    Long numberOrNull(String column);

    /** A fractional number. */
    @Nullable
    Double decimalOrNull(String column);

    /** A boolean that is not null. */
    boolean flag(String column);

    /** A {@code timestamptz} that is not null. */
    Instant instant(String column);

    /** A {@code timestamptz}. */
    @Nullable
    Instant instantOrNull(String column);

    /** A {@code date}. */
    @Nullable
    LocalDate dateOrNull(String column);

    /** A {@code bytea} that is not null. */
    byte[] bytes(String column);

    /** A {@code uuid[]}; empty for null. */
    List<UUID> uuids(String column);

    /** A {@code json} or {@code jsonb} that is not null, read into a record. */
    <T> T json(String column, Class<T> type);

    /** A {@code json} or {@code jsonb} array, read into a list; empty for null. */
    <T> List<T> jsonList(String column, Class<T> element);
}
