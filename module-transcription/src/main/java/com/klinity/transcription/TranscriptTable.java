package com.klinity.transcription;

import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code transcription.transcripts} as calls read and change them. */
final class TranscriptTable {

    static final String COLUMNS = """
        id, recording_id, appointment_id, status, attempts, engine, vendor_copy, created_at, version,
        coalesce(language, requested_language, 'und') as language, failure_code, failure_detail, failure_retryable
        """;
    private static final String SELECT = "select " + COLUMNS + "from transcription.transcripts ";
    private static final String FIND = SELECT + "where id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String LIST = SELECT + """
        where recording_id = :recording and (created_at, id) > (:at, :id) order by created_at, id limit :limit
        """;
    private static final String REQUEUE = """
        update transcription.transcripts
        set status = 'queued', progress = 0, failure_code = null, failure_detail = null, failure_retryable = null,
            updated_at = :now, version = version + 1
        where id = :id
        """;
    private static final String CORRECT = """
        update transcription.transcripts
        set corrections = :corrections, utterances = :utterances, updated_at = :now, version = version + 1
        where id = :id
        """;

    private static final Page.Position START = new Page.Position(Instant.EPOCH, new UUID(0, 0));

    private TranscriptTable() {}

    /** What the engine gave and what was made of it. */
    record Text(List<Spoken> original, Corrections corrections) {}

    static Optional<Transcript> find(Scope scope, UUID id) {
        return scope.sql(FIND).set("id", id).first(TranscriptTable::transcript);
    }

    /** The same, kept from changing until the transaction ends. */
    static Optional<Transcript> lock(Scope scope, UUID id) {
        return scope.sql(LOCK).set("id", id).first(TranscriptTable::transcript);
    }

    static List<Transcript> list(Scope scope, UUID recording, Page page) {
        Page.Position after = page.after().orElse(START);
        return scope.sql(LIST)
                .set("recording", recording)
                .set("at", after.at())
                .set("id", after.id())
                .set("limit", page.fetch())
                .list(TranscriptTable::transcript);
    }

    /** With corrections; empty until the transcript is completed. */
    static List<Spoken> utterances(Scope scope, UUID id) {
        return scope.sql("select utterances from transcription.transcripts where id = :id")
                .set("id", id)
                .first(row -> row.jsonList("utterances", Spoken.class))
                .orElse(List.of());
    }

    static Text text(Scope scope, UUID id) {
        return scope.sql("select original, corrections from transcription.transcripts where id = :id")
                .set("id", id)
                .first(row ->
                        new Text(row.jsonList("original", Spoken.class), row.json("corrections", Corrections.class)))
                .orElseThrow();
    }

    static void requeue(Scope scope, UUID id, Instant now) {
        scope.sql(REQUEUE).set("id", id).set("now", now).execute();
    }

    static void correct(Scope scope, UUID id, JsonText corrections, JsonText utterances, Instant now) {
        scope.sql(CORRECT)
                .set("id", id)
                .set("corrections", corrections)
                .set("utterances", utterances)
                .set("now", now)
                .execute();
    }

    static Transcript transcript(Row row) {
        return new Transcript(
                row.uuid("id"),
                row.uuid("recording_id"),
                row.uuid("appointment_id"),
                Status.of(row.text("status")),
                row.number("attempts"),
                row.text("engine"),
                row.text("language"),
                failure(row),
                VendorCopy.of(row.text("vendor_copy")),
                row.instant("created_at"),
                row.number("version"));
    }

    private static @Nullable Failure failure(Row row) {
        String code = row.textOrNull("failure_code");
        return code == null ? null : new Failure(code, row.text("failure_detail"), row.flag("failure_retryable"));
    }
}
