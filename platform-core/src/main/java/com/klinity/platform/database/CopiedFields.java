package com.klinity.platform.database;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The fields of a row of {@code COPY} in binary form, by their places: a count, and each as its length, -1 for null, and
 * the bytes that its type's send function makes (PostgreSQL documentation, COPY, "Binary Format").
 */
final class CopiedFields {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NULL = -1;

    /** 1 January 2000, where PostgreSQL's times begin. */
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private static final long EPOCH_SECONDS = EPOCH.toEpochDay() * 86_400;
    private static final int MICROS = 1_000_000;
    private static final int NANOS_IN_MICRO = 1_000;

    /** Dimensions, whether there are nulls, and the element's type; then length and lower bound of the only dimension. */
    private static final int ARRAY_HEADER = 5 * Integer.BYTES;

    private static final int UUID_BYTES = 2 * Long.BYTES;

    private final int[] starts;
    private final int[] lengths;
    private byte[] bytes = {};

    CopiedFields(int count) {
        starts = new int[count];
        lengths = new int[count];
    }

    /** Takes in a message of the server; false when it is the end, which has no row. */
    boolean read(byte[] message) {
        bytes = message;
        int at = header();
        int count = at < message.length ? (short) SHORT.get(message, at) : NULL;
        if (count == NULL) {
            return false;
        }
        if (count != starts.length) {
            throw new IllegalStateException("a row has " + count + " columns instead of " + starts.length);
        }
        at += Short.BYTES;
        for (int place = 0; place < count; place++) {
            lengths[place] = intAt(at);
            starts[place] = at + Integer.BYTES;
            at = starts[place] + Math.max(0, lengths[place]);
        }
        return true;
    }

    /** Before the first row stands the header of the whole: the signature, flags, and an extension with its length. */
    private int header() {
        int end = SIGNATURE.length;
        if (bytes.length < end || !Arrays.equals(bytes, 0, end, SIGNATURE, 0, end)) {
            return 0;
        }
        return end + 2 * Integer.BYTES + intAt(end + Integer.BYTES);
    }

    boolean isNull(int place) {
        return lengths[place] == NULL;
    }

    UUID uuid(int place) {
        return uuidAt(starts[place]);
    }

    String text(int place) {
        return new String(bytes, starts[place], lengths[place], StandardCharsets.UTF_8);
    }

    /** Before the text of a jsonb stands the version of its form. */
    String textOfJsonb(int place) {
        return new String(bytes, starts[place] + 1, lengths[place] - 1, StandardCharsets.UTF_8);
    }

    long number(int place) {
        return switch (lengths[place]) {
            case Short.BYTES -> (short) SHORT.get(bytes, starts[place]);
            case Integer.BYTES -> intAt(starts[place]);
            default -> longAt(starts[place]);
        };
    }

    double decimal(int place) {
        return lengths[place] == Float.BYTES
                ? Float.intBitsToFloat(intAt(starts[place]))
                : Double.longBitsToDouble(longAt(starts[place]));
    }

    boolean flag(int place) {
        return bytes[starts[place]] != 0;
    }

    Instant instant(int place) {
        long micros = longAt(starts[place]);
        return Instant.ofEpochSecond(
                EPOCH_SECONDS + Math.floorDiv(micros, MICROS), (long) Math.floorMod(micros, MICROS) * NANOS_IN_MICRO);
    }

    LocalDate date(int place) {
        return EPOCH.plusDays(intAt(starts[place]));
    }

    byte[] bytes(int place) {
        return Arrays.copyOfRange(bytes, starts[place], starts[place] + lengths[place]);
    }

    /**
     * The elements of an array, which has no dimension when it has none.
     *
     * @throws IllegalStateException when it has several dimensions, or nulls
     */
    List<UUID> uuids(int place) {
        if (intAt(starts[place]) > 1 || intAt(starts[place] + Integer.BYTES) != 0) {
            throw new IllegalStateException("an array is no list of ids");
        }
        int count = Math.max(0, lengths[place] - ARRAY_HEADER) / (Integer.BYTES + UUID_BYTES);
        UUID[] ids = new UUID[count];
        int at = starts[place] + ARRAY_HEADER + Integer.BYTES;
        for (int i = 0; i < count; i++) {
            ids[i] = uuidAt(at);
            at += UUID_BYTES + Integer.BYTES;
        }
        return List.of(ids);
    }

    private UUID uuidAt(int at) {
        return new UUID(longAt(at), longAt(at + Long.BYTES));
    }

    private int intAt(int at) {
        return (int) INT.get(bytes, at);
    }

    private long longAt(int at) {
        return (long) LONG.get(bytes, at);
    }
}
