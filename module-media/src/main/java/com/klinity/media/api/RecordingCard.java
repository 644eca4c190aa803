package com.klinity.media.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a recording is.
 *
 * @param id              of the recording
 * @param appointmentId   the appointment it was made in
 * @param contentType     media type without parameters, one for each kind of file whatever it was declared as: audio/wav,
 *                        mpeg, ogg, flac, webm, mp4 or aac
 * @param bytes           length of the audio file, at least 1
 * @param sha256          of the audio file, 64 lower-case hexadecimal digits
 * @param durationSeconds playing time; null when the file's header does not tell
 */
public record RecordingCard(
        UUID id,
        UUID appointmentId,
        String contentType,
        long bytes,
        String sha256,
        @Nullable Double durationSeconds) {}
