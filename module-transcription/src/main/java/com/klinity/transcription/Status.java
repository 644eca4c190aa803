package com.klinity.transcription;

import java.util.Locale;

/** Where a transcript stands. */
enum Status {
    /** Waits for a worker. */
    QUEUED,
    /** An engine listens; or did, until its server went away, and another one takes over. */
    PROCESSING,
    /** There is text. */
    COMPLETED,
    /** There is none, see the failure. */
    FAILED,
    /** There is none because somebody stopped it, or the patient's consent ended; see the failure. */
    CANCELLED;

    static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it ended without text, and may be tried again. */
    boolean unsuccessful() {
        return this == FAILED || this == CANCELLED;
    }

    /** Whether nothing more happens unless somebody asks for it. */
    boolean ended() {
        return this == COMPLETED || unsuccessful();
    }
}
