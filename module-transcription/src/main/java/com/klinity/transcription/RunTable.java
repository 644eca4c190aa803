package com.klinity.transcription;

import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import com.klinity.transcription.spi.TranscriptionRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code transcription.transcripts} as they move through a run. */
final class RunTable {

    private static final String BEGIN = """
        update transcription.transcripts
        set status = 'processing', attempts = attempts + 1, progress = 0, engine = :engine, vendor_copy = :copy,
            updated_at = :now, version = version + 1
        where id = :id and status in ('queued', 'processing')
        returning recording_id, coalesce(requested_language, '') as language, speakers, vocabulary
        """;
    private static final String PROGRESS = """
        update transcription.transcripts set progress = :progress where id = :id and status = 'processing'
        """;
    private static final String COMPLETE = """
        update transcription.transcripts
        set status = 'completed', progress = 1, language = :language, original = :utterances, utterances = :utterances,
            updated_at = :now, version = version + 1
        where id = :id and status = 'processing'
        """;
    private static final String END = """
        update transcription.transcripts
        set status = :status, failure_code = :code, failure_detail = :detail, failure_retryable = :retryable,
            updated_at = :now, version = version + 1
        where id = :id and status in ('queued', 'processing')
        """;

    private RunTable() {}

    /** What is to be heard, and what is known of it. */
    record Begun(UUID recording, TranscriptionRequest request) {}

    /**
     * How far a transcript is.
     *
     * @param progress fraction of the work done, 0 to 1
     */
    record State(Status status, double progress) {}

    /** Whose transcript it is; empty when it is gone. */
    static Optional<UUID> appointment(Scope scope, UUID id) {
        return scope.sql("select appointment_id from transcription.transcripts where id = :id")
                .set("id", id)
                .first(row -> row.uuid("appointment_id"));
    }

    /** Empty when there is nothing left to do. */
    static Optional<Begun> begin(Scope scope, UUID id, Engine engine, Instant now) {
        return scope.sql(BEGIN)
                .set("id", id)
                .set("engine", engine.name())
                .set("copy", engine.copy().code())
                .set("now", now)
                .first(RunTable::begun);
    }

    static void progress(Scope scope, UUID id, double fraction) {
        scope.sql(PROGRESS).set("id", id).set("progress", fraction).execute();
    }

    static void complete(Scope scope, UUID id, String language, JsonText utterances, Instant now) {
        scope.sql(COMPLETE)
                .set("id", id)
                .set("language", language)
                .set("utterances", utterances)
                .set("now", now)
                .execute();
    }

    static void fail(Scope scope, UUID id, Failure failure, Instant now) {
        end(scope, id, Status.FAILED, failure, now);
    }

    /** Somebody stopped it, or had to. */
    static void cancel(Scope scope, UUID id, Failure reason, Instant now) {
        end(scope, id, Status.CANCELLED, reason, now);
    }

    private static void end(Scope scope, UUID id, Status status, Failure failure, Instant now) {
        scope.sql(END)
                .set("id", id)
                .set("status", status.name().toLowerCase(Locale.ROOT))
                .set("code", failure.code())
                .set("detail", failure.detail())
                .set("retryable", failure.retryable())
                .set("now", now)
                .execute();
    }

    static Optional<State> state(Scope scope, UUID id) {
        return scope.sql("select status, progress from transcription.transcripts where id = :id")
                .set("id", id)
                .first(RunTable::state);
    }

    private static State state(Row row) {
        Double progress = row.decimalOrNull("progress");
        return new State(Status.of(row.text("status")), progress == null ? 0 : progress);
    }

    private static Begun begun(Row row) {
        TranscriptionRequest request = new TranscriptionRequest(
                row.text("language"), (int) row.number("speakers"), row.jsonList("vocabulary", String.class));
        return new Begun(row.uuid("recording_id"), request);
    }
}
