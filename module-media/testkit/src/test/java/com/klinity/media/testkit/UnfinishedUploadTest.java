package com.klinity.media.testkit;

import static com.klinity.media.testkit.Studio.appointment;
import static com.klinity.media.testkit.Studio.problem;
import static com.klinity.media.testkit.Studio.upload;
import static com.klinity.media.testkit.Studio.wav;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AtOnce;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever ends an upload before it is on record, nothing of it stays, and its room comes back. */
class UnfinishedUploadTest {

    private static final int ROOM = 100_000;
    private static final byte[] MORE_THAN_HALF = wav(4);
    private static final InMemoryBlobStoreProvider PROVIDER = new InMemoryBlobStoreProvider();
    private static final InMemoryBlobStore STORE = PROVIDER.store();
    private static final TestServer SERVER = TestServer.of(new AppointmentsModule(), new MediaModule())
            .adapter(PROVIDER)
            .setting("klinity.media.store", "memory")
            .setting("klinity.media.storage-per-account", Integer.toString(ROOM))
            .start();

    private final Practitioner ana = SERVER.practitioner();
    private final String appointment = appointment(ana);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_declared_length_for_which_there_is_no_room_is_507_and_not_kept() {
        assertEquals(201, upload(ana, appointment, MORE_THAN_HALF).status());
        Answer second = upload(ana, appointment, MORE_THAN_HALF);
        assertEquals("507 insufficient-storage", second.status() + " " + problem(second));
        assertEquals(1, STORE.objectsOf(ana.account()).size());
    }

    @Test
    void a_body_that_outgrows_the_room_is_507_and_not_kept() {
        upload(ana, appointment, MORE_THAN_HALF);
        assertEquals(507, uploadOfUnknownLength(MORE_THAN_HALF).status());
        assertEquals(1, STORE.objectsOf(ana.account()).size());
        assertEquals(0, uploads());
    }

    @Test
    void a_body_of_unknown_length_for_which_there_is_room_is_taken() {
        upload(ana, appointment, MORE_THAN_HALF);
        assertEquals(201, uploadOfUnknownLength(wav(1)).status());
    }

    @Test
    void an_upload_that_is_under_way_counts() {
        int[] meanwhile = new int[1];
        STORE.duringNextPut(
                () -> meanwhile[0] = upload(ana, appointment, MORE_THAN_HALF).status());
        assertEquals(201, upload(ana, appointment, MORE_THAN_HALF).status());
        assertEquals(507, meanwhile[0]);
    }

    @Test
    @Tag("AC-1")
    void what_others_store_takes_no_room() {
        Practitioner bob = SERVER.practitioner();
        upload(bob, appointment(bob), MORE_THAN_HALF);
        assertEquals(201, upload(ana, appointment, MORE_THAN_HALF).status());
    }

    @Test
    void a_removed_recording_gives_its_room_back() {
        Answer first = upload(ana, appointment, MORE_THAN_HALF);
        ana.delete("/v1/recordings/" + first.id());
        assertEquals(201, upload(ana, appointment, MORE_THAN_HALF).status());
    }

    @Test
    void an_upload_that_failed_gives_its_room_back() {
        STORE.duringNextPut(() -> Studio.withdrawConsent(ana, appointment));
        assertEquals(409, upload(ana, appointment, MORE_THAN_HALF).status());
        assertEquals(0, uploads());
    }

    @Test
    void a_store_that_is_full_is_507() {
        STORE.failWith(Code.NO_SPACE);
        try {
            assertEquals(507, upload(ana, appointment, wav(1)).status());
        } finally {
            STORE.recover();
        }
    }

    @Test
    void what_cannot_be_removed_at_once_is_told_and_removed_later() {
        STORE.duringNextPut(() -> {
            Studio.withdrawConsent(ana, appointment);
            change("update media.uploads set due_at = now() where account_id = ?", ana.account());
        });
        STORE.failDeletes(true);
        try {
            Answer answer = upload(ana, appointment, wav(1));
            assertEquals(503, answer.status());
            assertTrue(answer.json().path("detail").asString().contains("could not be removed"), answer::text);
        } finally {
            STORE.failDeletes(false);
        }
        change("update media.uploads set due_at = now() where account_id = ?", ana.account());
        SERVER.await(this::nothingIsLeft);
    }

    @Test
    @Tag("RT-2")
    void audio_whose_server_died_before_it_was_on_record_is_removed() throws IOException {
        UUID id = UUID.randomUUID();
        STORE.put(new BlobKey(ana.account(), id), new ByteArrayInputStream(wav(1)));
        change(
                "insert into media.uploads (account_id, id, reserved, due_at) values (?, '" + id + "', 10, now())",
                ana.account());
        SERVER.await(this::nothingIsLeft);
        assertTrue(nothingIsLeft());
    }

    @Test
    void audio_that_is_on_its_way_is_left_alone() throws IOException {
        UUID id = UUID.randomUUID();
        STORE.put(new BlobKey(ana.account(), id), new ByteArrayInputStream(wav(1)));
        change(
                "insert into media.uploads (account_id, id, reserved, due_at) values (?, '" + id
                        + "', 10, now() + interval '1 hour')",
                ana.account());
        Practitioner bob = SERVER.practitioner();
        change(
                "insert into media.uploads (account_id, id, reserved, due_at) values (?, '" + id + "', 10, now())",
                bob.account());
        SERVER.await(() -> number("select count(*) from media.uploads where account_id = ?", bob.account()) == 0);
        assertEquals(Set.of(id), STORE.objectsOf(ana.account()));
    }

    @Test
    void an_upload_that_was_put_away_is_not_recorded() {
        STORE.duringNextPut(() -> change("update media.uploads set ended = true where account_id = ?", ana.account()));
        assertEquals(503, upload(ana, appointment, wav(1)).status());
        assertTrue(nothingIsLeft());
        assertEquals(0, number("select count(*) from media.recordings where account_id = ?", ana.account()));
    }

    @Test
    void a_repeated_upload_leaves_no_second_object() {
        assertEquals(201, uploadOnce().status());
        assertEquals(201, uploadOnce().status());
        assertEquals(1, STORE.objectsOf(ana.account()).size());
        assertEquals(0, uploads());
    }

    @Test
    @Tag("AC-4")
    @Tag("RT-4")
    void an_upload_whose_account_is_erased_meanwhile_is_refused_and_leaves_nothing() {
        STORE.duringNextPut(() -> {
            assertEquals(202, ana.delete("/v1/account").status());
            SERVER.await(() -> number("select count(*) from platform.jobs where account_id = ?", ana.account()) == 0);
        });
        assertEquals(401, upload(ana, appointment, wav(1)).status());
        assertTrue(nothingIsLeft());
    }

    @RepeatedTest(15)
    @Tag("AC-4")
    @Tag("RT-4")
    void whichever_comes_first_an_upload_or_the_deletion_of_its_account_nothing_is_left() {
        List<Answer> answers =
                AtOnce.all(List.of(() -> upload(ana, appointment, MORE_THAN_HALF), () -> ana.delete("/v1/account")));
        assertTrue(Set.of(201, 401).contains(answers.getFirst().status()), answers::toString);
        assertEquals(202, answers.getLast().status());
        SERVER.await(() -> nothingIsLeft()
                && number("select count(*) from media.recordings where account_id = ?", ana.account()) == 0);
    }

    @Test
    @Tag("AC-7")
    void an_upload_that_stalls_is_cut_when_its_account_is_deleted() throws IOException {
        try (Socket caller =
                new Socket(SERVER.address().getHost(), SERVER.address().getPort())) {
            caller.setSoTimeout(20_000);
            OutputStream out = caller.getOutputStream();
            out.write(("POST %s/recordings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                                    .formatted(appointment, ana.token())
                            + "Content-Type: audio/wav\r\nContent-Length: 90000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(wav(1));
            out.flush();
            SERVER.await(() -> uploads() == 1);
            assertEquals(202, ana.delete("/v1/account").status());
            assertTrue(ends(caller));
        }
        SERVER.await(this::nothingIsLeft);
    }

    private static boolean ends(Socket caller) {
        try {
            int first = caller.getInputStream().read();
            return first < 0 || first == 'H';
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private Answer uploadOnce() {
        return ana.send(
                "POST",
                appointment + "/recordings",
                BodyPublishers.ofByteArray(wav(1)),
                "Content-Type",
                Studio.WAV,
                "Idempotency-Key",
                "once");
    }

    private Answer uploadOfUnknownLength(byte[] audio) {
        return ana.send(
                "POST",
                appointment + "/recordings",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(audio)),
                "Content-Type",
                Studio.WAV);
    }

    private boolean nothingIsLeft() {
        return STORE.objectsOf(ana.account()).isEmpty() && uploads() == 0;
    }

    private long uploads() {
        return number("select count(*) from media.uploads where account_id = ?", ana.account());
    }

    private static void change(String sql, UUID about) {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, about);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
