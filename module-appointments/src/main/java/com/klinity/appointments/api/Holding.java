package com.klinity.appointments.api;

import java.util.UUID;

/**
 * One thing that a later feature keeps of an appointment.
 *
 * @param kind      what it is
 * @param id        of it
 * @param fromAudio whether it is audio, or was made of audio by a machine, so that it rests on consent
 */
public record Holding(Kind kind, UUID id, boolean fromAudio) {

    /** What features keep. */
    public enum Kind {
        /** Audio. */
        RECORDING,
        /** Its text. */
        TRANSCRIPT,
        /** A document that is not signed. */
        DRAFT,
        /** A document that is, and that stays for as long as the account. */
        SIGNED_DOCUMENT
    }
}
