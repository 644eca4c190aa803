package com.klinity.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as the hash chain has them, in UTC and with six digits after the second: {@code 2026-03-01T09:00:00.000125Z}. The
 * date is kept from one time to the next, since neighbours in a log share it. Used by one thread.
 */
final class UtcText {

    private static final int SECONDS_IN_DAY = 86_400;
    private static final int SECONDS_IN_HOUR = 3_600;
    private static final int NANOS_IN_MICRO = 1_000;

    private long day = Long.MIN_VALUE;
    private byte[] text = {};
    private int time;

    String of(Instant instant) {
        long today = Math.floorDiv(instant.getEpochSecond(), SECONDS_IN_DAY);
        if (today != day) {
            day = today;
            String date = LocalDate.ofEpochDay(today).toString();
            text = (date + "T00:00:00.000000Z").getBytes(StandardCharsets.US_ASCII);
            time = date.length();
        }
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_IN_DAY);
        put(time + 2, second / SECONDS_IN_HOUR, 2);
        put(time + 5, second / 60 % 60, 2);
        put(time + 8, second % 60, 2);
        put(time + 15, instant.getNano() / NANOS_IN_MICRO, 6);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes digits that end at that place. */
    private void put(int last, int number, int digits) {
        int rest = number;
        for (int i = 0; i < digits; i++) {
            text[last - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
