package com.klinity.transcription.api;

import java.util.List;
import java.util.UUID;

/**
 * What a transcript says.
 *
 * @param id            of the transcript
 * @param recordingId   the recording it was made from
 * @param appointmentId the appointment of that recording
 * @param completed     whether there is text; the lines are empty until then
 * @param language      BCP 47 tag; {@code und} while nobody knows
 * @param lines         what was said, with the practitioner's corrections, in the order spoken
 */
public record TranscriptCard(
        UUID id, UUID recordingId, UUID appointmentId, boolean completed, String language, List<Line> lines) {

    /** Copies the list. */
    public TranscriptCard {
        lines = List.copyOf(lines);
    }

    /**
     * A stretch of speech of one speaker.
     *
     * @param utterance its place in the transcript, from 0; stays the same through corrections
     * @param speaker   a name or label; empty when voices were not told apart
     * @param startMs   where it begins in the recording, milliseconds
     * @param endMs     where it ends, not before its beginning
     * @param text      for people to read
     */
    public record Line(int utterance, String speaker, long startMs, long endMs, String text) {

        /** Takes them as they are. */
        public Line {}
    }
}
