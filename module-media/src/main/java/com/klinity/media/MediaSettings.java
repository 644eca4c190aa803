package com.klinity.media;

import com.klinity.platform.spi.Settings;
import java.time.Duration;

/**
 * The feature's settings.
 *
 * @param room          for recordings
 * @param retentionDays days until a recording is due for deletion; 0 when it is kept until somebody deletes it
 * @param patience      how long nothing is heard of an upload before it is put away
 */
record MediaSettings(Room room, int retentionDays, Duration patience) {

    private static final String MAX_BYTES = "klinity.media.max-bytes";
    private static final String PER_ACCOUNT = "klinity.media.storage-per-account";
    private static final String PATIENCE = "klinity.media.unfinished-after";
    private static final long TWO_GIB = 2L << 30;
    private static final long FIFTY_GIB = 50L << 30;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);
    private static final int CENTURY = 36_525;

    static MediaSettings read(Settings settings) {
        return new MediaSettings(
                new Room(bytes(settings, MAX_BYTES, TWO_GIB), bytes(settings, PER_ACCOUNT, FIFTY_GIB)),
                settings.integer("klinity.media.retention-days", 0, 0, CENTURY),
                patience(settings));
    }

    private static Duration patience(Settings settings) {
        Duration patience = settings.duration(PATIENCE, QUARTER_OF_AN_HOUR);
        if (patience.compareTo(A_MINUTE) < 0) {
            settings.fault(PATIENCE, "must be PT1M or more, since an upload is heard of every ten seconds");
        }
        return patience;
    }

    private static long bytes(Settings settings, String key, long fallback) {
        String text = settings.text(key, Long.toString(fallback));
        if (!text.matches("[1-9]\\d{0,17}")) {
            settings.fault(key, "must be a whole number of bytes from 1");
            return fallback;
        }
        return Long.parseLong(text);
    }
}
