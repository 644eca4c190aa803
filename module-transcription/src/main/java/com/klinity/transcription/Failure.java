package com.klinity.transcription;

import com.klinity.transcription.spi.TranscriptionFailure;
import java.util.Locale;

/**
 * Why there is no text: it failed, or somebody stopped it.
 *
 * @param code      stable, such as {@code unsupported_audio}
 * @param detail    one sentence for people, without anything that was said
 * @param retryable whether the same wish may be granted later
 */
record Failure(String code, String detail, boolean retryable) {

    private static final int DETAIL_MOST = 500;

    static final Failure CANCELLED = new Failure("cancelled", "It was cancelled before it was done.", true);

    static final Failure CONSENT_MISSING = new Failure(
            "consent_missing", "It was stopped because the patient's consent to recording ended or was missing.", true);

    static final Failure DIED =
            new Failure("engine_died", "The server was lost twice while the speech engine worked on it.", true);

    static Failure of(TranscriptionFailure failure, boolean retryable) {
        String detail = Heard.storable(String.valueOf(failure.getMessage()));
        return new Failure(
                failure.code().name().toLowerCase(Locale.ROOT),
                detail.substring(0, Math.min(DETAIL_MOST, detail.length())),
                retryable);
    }
}
