package com.klinity.transcription;

import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Scope;
import com.klinity.transcription.spi.TranscriptionRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Wishes that are not granted yet: of each recording there is one of a kind. */
final class WishTable {

    private static final String INSERT = """
        insert into transcription.transcripts
            (id, recording_id, appointment_id, engine, requested_language, speakers, vocabulary, wish, created_at, updated_at)
        values (:id, :recording, :appointment, :engine, :language, :speakers, :vocabulary, :wish, :now, :now)
        on conflict (account_id, recording_id, wish) where status in ('queued', 'processing') do nothing
        """;
    private static final String SAME = "select " + TranscriptTable.COLUMNS + """
        from transcription.transcripts
        where recording_id = :recording and wish = :wish and status in ('queued', 'processing')
        """;
    private static final String TWIN = """
        select other.id from transcription.transcripts failed
        join transcription.transcripts other on other.recording_id = failed.recording_id and other.wish = failed.wish
        where failed.id = :id and other.id <> failed.id and other.status in ('queued', 'processing')
        """;

    private static final String WAITING = """
        select count(*) as waiting from transcription.transcripts where status in ('queued', 'processing')
        """;

    private WishTable() {}

    /**
     * What tells one wish for a recording from another.
     *
     * @param request    what the practitioner said beforehand
     * @param vocabulary the same words as they are stored
     * @param digest     of all that, and of the engine's name
     */
    record Wish(TranscriptionRequest request, JsonText vocabulary, String digest) {

        static Wish of(TranscriptionRequest request, JsonText vocabulary, String engine) {
            String all = String.join(
                    "\n", engine, request.language(), Integer.toString(request.speakers()), vocabulary.text());
            return new Wish(request, vocabulary, sha256(all.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** False when the same wish waits already, which is seen from then on, unless it has just ended. */
    static boolean insert(Scope scope, Transcript transcript, Wish wish) {
        String language = wish.request().language();
        return scope.sql(INSERT)
                        .set("id", transcript.id())
                        .set("recording", transcript.recordingId())
                        .set("appointment", transcript.appointmentId())
                        .set("engine", transcript.engine())
                        .set("language", language.isEmpty() ? null : language)
                        .set("speakers", wish.request().speakers())
                        .set("vocabulary", wish.vocabulary())
                        .set("wish", wish.digest())
                        .set("now", transcript.createdAt())
                        .execute()
                == 1;
    }

    /** The one that waits, or is being granted. */
    static Optional<Transcript> same(Scope scope, UUID recording, Wish wish) {
        List<Transcript> found = scope.sql(SAME)
                .set("recording", recording)
                .set("wish", wish.digest())
                .list(TranscriptTable::transcript);
        return found.stream().findFirst();
    }

    /** Another transcript that waits for the same as this one. */
    static Optional<UUID> twin(Scope scope, UUID id) {
        return scope.sql(TWIN).set("id", id).first(row -> row.uuid("id"));
    }

    /** How many of the account wait or are being granted. */
    static long waiting(Scope scope) {
        return scope.sql(WAITING).first(row -> row.number("waiting")).orElseThrow();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
