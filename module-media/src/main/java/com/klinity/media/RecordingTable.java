package com.klinity.media;

import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code media.recordings}. */
final class RecordingTable {

    private static final String SELECT = """
        select id, appointment_id, content_type, bytes, sha256, duration_seconds, created_at, delete_after
        from media.recordings
        """;

    private static final String FIND = SELECT + "where id = :id";

    private static final String LIST = SELECT + """
        where appointment_id = :appointment and (created_at, id) > (:at, :id)
        order by created_at, id limit :limit
        """;

    private static final String INSERT = """
        insert into media.recordings
            (id, appointment_id, content_type, bytes, sha256, duration_seconds, created_at, delete_after)
        values (:id, :appointment, :type, :bytes, :sha256, :duration, :created, :due)
        """;

    private static final String OF =
            "select id from media.recordings where appointment_id = any(:appointments) order by created_at, id";

    private static final Page.Position START = new Page.Position(Instant.EPOCH, new UUID(0, 0));

    private RecordingTable() {}

    static Optional<Recording> find(Scope scope, UUID id) {
        return scope.sql(FIND).set("id", id).first(RecordingTable::recording);
    }

    static List<Recording> list(Scope scope, UUID appointment, Page page) {
        Page.Position after = page.after().orElse(START);
        return scope.sql(LIST)
                .set("appointment", appointment)
                .set("at", after.at())
                .set("id", after.id())
                .set("limit", page.fetch())
                .list(RecordingTable::recording);
    }

    static void insert(Scope scope, Recording recording) {
        scope.sql(INSERT)
                .set("id", recording.id())
                .set("appointment", recording.appointmentId())
                .set("type", recording.contentType())
                .set("bytes", recording.bytes())
                .set("sha256", recording.sha256())
                .set("duration", recording.durationSeconds())
                .set("created", recording.createdAt())
                .set("due", recording.deleteAfter())
                .execute();
    }

    /** Ids of those of these appointments, in order. */
    static List<UUID> of(Scope scope, List<UUID> appointments) {
        return scope.sql(OF).set("appointments", appointments).list(row -> row.uuid("id"));
    }

    /** False when there is none. The audio follows in a job that the table's trigger leaves. */
    static boolean delete(Scope scope, UUID id) {
        return scope.sql("delete from media.recordings where id = :id")
                        .set("id", id)
                        .execute()
                == 1;
    }

    private static Recording recording(Row row) {
        return new Recording(
                row.uuid("id"),
                row.uuid("appointment_id"),
                row.text("content_type"),
                row.number("bytes"),
                row.text("sha256"),
                row.decimalOrNull("duration_seconds"),
                row.instant("created_at"),
                row.instantOrNull("delete_after"),
                null);
    }
}
