package com.klinity.media.testkit;

import static com.klinity.media.testkit.Studio.SERVER;
import static com.klinity.media.testkit.Studio.STORE;
import static com.klinity.media.testkit.Studio.recording;
import static com.klinity.media.testkit.Studio.wav;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However a recording goes, its audio goes as well. */
class RecordingRemovalTest {

    private static final byte[] SHORT = wav(0.1);

    private final Practitioner ana = SERVER.practitioner();
    private final String appointment = Studio.appointment(ana);
    private final String recording = recording(ana, appointment, SHORT);

    @Test
    void removing_a_recording_answers_204() {
        assertEquals(204, ana.delete(recording).status());
    }

    @Test
    void a_removed_recording_is_404() {
        ana.delete(recording);
        assertEquals(404, ana.get(recording).status());
    }

    @Test
    void removing_it_again_is_404() {
        ana.delete(recording);
        assertEquals(404, ana.delete(recording).status());
    }

    @Test
    void an_unknown_recording_is_404() {
        assertEquals(404, ana.delete("/v1/recordings/" + UUID.randomUUID()).status());
    }

    @Test
    @Tag("RT-2")
    void the_audio_of_a_removed_recording_is_removed() {
        ana.delete(recording);
        SERVER.await(this::nothingIsStored);
        assertTrue(nothingIsStored());
    }

    @Test
    void the_audio_of_other_recordings_stays() {
        UUID other = Studio.id(recording(ana, appointment, SHORT));
        ana.delete(recording);
        SERVER.await(() -> STORE.objectsOf(ana.account()).size() == 1);
        assertEquals(java.util.Set.of(other), STORE.objectsOf(ana.account()));
    }

    @Test
    @Tag("RT-2")
    void the_audio_of_a_removed_appointment_is_removed() {
        recording(ana, appointment, SHORT);
        Answer deleted = ana.delete(appointment, "*");
        assertEquals(204, deleted.status(), deleted::text);
        SERVER.await(this::nothingIsStored);
    }

    @Test
    @Tag("LG-1")
    void removing_leaves_one_entry_for_the_recording_and_one_for_its_audio() {
        List<UUID> about = List.of(Studio.id(recording));
        ana.delete(recording);
        AuditLine audio = new AuditLine("delete", "RecordingContent", about, "success", "");
        SERVER.await(() -> ana.auditEntries().contains(audio));
        assertTrue(ana.auditEntries().contains(new AuditLine("delete", "Recording", about, "success", "")));
    }

    @Test
    void a_store_that_is_down_delays_the_removal_and_does_not_forget_it() {
        STORE.failWith(Code.UNAVAILABLE);
        try {
            ana.delete(recording);
            SERVER.await(() -> jobsThatFailedOnce() == 1);
        } finally {
            STORE.recover();
        }
        assertEquals(1, jobsThatFailedOnce());
    }

    @Test
    @Tag("AC-7")
    void a_deleted_account_loses_all_its_audio() {
        recording(ana, SHORT);
        assertEquals(202, ana.delete("/v1/account").status());
        SERVER.await(this::nothingIsStored);
        assertTrue(nothingIsStored());
    }

    @Test
    @Tag("RT-4")
    void a_store_that_is_down_delays_the_erasure_and_keeps_the_rows_until_it_is_back() {
        STORE.failWith(Code.UNAVAILABLE);
        try {
            assertEquals(202, ana.delete("/v1/account").status());
            SERVER.await(() -> erasureAttempts() > 1);
            assertEquals(1, number("select count(*) from media.recordings where account_id = ?", ana.account()));
        } finally {
            STORE.recover();
        }
        SERVER.await(this::nothingIsStored);
        SERVER.await(() -> number("select count(*) from media.recordings where account_id = ?", ana.account()) == 0);
    }

    private boolean nothingIsStored() {
        return STORE.objectsOf(ana.account()).isEmpty();
    }

    private long jobsThatFailedOnce() {
        return number(
                "select count(*) from platform.jobs where subject_id = ? and attempts = 1 and lease_until is null",
                Studio.id(recording));
    }

    private long erasureAttempts() {
        return number(
                "select max(attempts) from platform.jobs where account_id = ? and topic = 'platform.erasure'",
                ana.account());
    }

    private static long number(String query, UUID about) {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, about);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
