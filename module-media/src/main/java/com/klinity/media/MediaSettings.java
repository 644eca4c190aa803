package com.klinity.media;

import com.klinity.platform.spi.Settings;

/**
 * The feature's settings.
 *
 * @param maxBytes      length of the longest recording that is taken in
 * @param retentionDays days until a recording is due for deletion; 0 when it is kept until somebody deletes it
 */
record MediaSettings(long maxBytes, int retentionDays) {

    private static final String MAX_BYTES = "klinity.media.max-bytes";
    private static final long TWO_GIB = 2L << 30;
    private static final int CENTURY = 36_525;

    static MediaSettings read(Settings settings) {
        return new MediaSettings(maxBytes(settings), settings.integer("klinity.media.retention-days", 0, 0, CENTURY));
    }

    private static long maxBytes(Settings settings) {
        String text = settings.text(MAX_BYTES, Long.toString(TWO_GIB));
        if (!text.matches("[1-9]\\d{0,17}")) {
            settings.fault(MAX_BYTES, "must be a whole number of bytes from 1");
            return TWO_GIB;
        }
        return Long.parseLong(text);
    }
}
