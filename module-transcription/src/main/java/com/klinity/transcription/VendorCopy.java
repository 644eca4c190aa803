package com.klinity.transcription;

import java.util.Locale;

/** Whether a sub-processor holds the recording or its transcript. */
enum VendorCopy {
    /** It never got one. */
    NONE,
    /** It got one. */
    PRESENT,
    /** It got one, and has removed it. */
    PURGED;

    static VendorCopy of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
