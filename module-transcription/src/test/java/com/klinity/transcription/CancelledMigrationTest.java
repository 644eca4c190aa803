package com.klinity.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.media.testkit.InMemoryBlobStoreProvider;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancelledMigrationTest {

    private static final String EARLIER = """
        insert into appointments.patients (account_id, id, name, created_at, updated_at)
            values (':account', ':patient', 'Rui Prado', now(), now());
        insert into appointments.appointments (account_id, id, patient_id, starts_at, status, created_at, updated_at)
            values (':account', ':appointment', ':patient', now(), 'scheduled', now(), now());
        insert into media.recordings (account_id, id, appointment_id, content_type, bytes, sha256, created_at)
            values (':account', ':recording', ':appointment', 'audio/wav', 1, repeat('0', 64), now());
        insert into transcription.transcripts (account_id, id, recording_id, appointment_id, engine, status, failure_code,
                failure_detail, failure_retryable, created_at, updated_at)
            values (':account', ':cancelled', ':recording', ':appointment', 'scripted', 'failed', 'cancelled', 'It was.',
                true, now(), now()),
            (':account', ':failed', ':recording', ':appointment', 'scripted', 'failed', 'engine_failed', 'It did.', true,
                now(), now());
        """;

    private final UUID account = UUID.randomUUID();
    private final UUID cancelled = UUID.randomUUID();
    private final UUID failed = UUID.randomUUID();

    @Test
    void what_was_cancelled_has_failed_no_more() throws SQLException {
        String database;
        try (TestServer earlier = server(new EarlierTranscription()).start();
                Connection entered = earlier.connectIn(account);
                Connection connection = earlier.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            database = connection.getMetaData().getURL();
            entered.commit();
            statement.execute(EARLIER.replace(":account", account.toString())
                    .replace(":patient", UUID.randomUUID().toString())
                    .replace(":appointment", UUID.randomUUID().toString())
                    .replace(":recording", UUID.randomUUID().toString())
                    .replace(":cancelled", cancelled.toString())
                    .replace(":failed", failed.toString()));
        }
        try (TestServer now = server(new TranscriptionModule())
                .adapter(new ScriptedEngine())
                .setting("klinity.transcription.engine", ScriptedEngine.NAME)
                .setting("klinity.database.url", database)
                .start()) {
            Practitioner ana = now.practitioner(account);
            assertEquals("cancelled", Studio.status(ana, "/v1/transcripts/" + cancelled));
            assertEquals("failed", Studio.status(ana, "/v1/transcripts/" + failed));
        }
    }

    private static TestServer.Builder server(FeatureModule transcription) {
        return TestServer.of(new AppointmentsModule(), new MediaModule(), transcription)
                .adapter(new InMemoryBlobStoreProvider())
                .setting("klinity.media.store", "memory");
    }
}
