package com.klinity.appointments;

import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.SEARCH;
import static com.klinity.appointments.Clinic.each;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.FreshDatabase;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Patients that were there before: each account's are folded anew in portions, and lose nothing. */
class NamesMigrationTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final int MANY = 250;

    private static TestServer server;
    private static Practitioner ana;

    @BeforeAll
    static void upgrade() throws SQLException {
        FreshDatabase database = FreshDatabase.make();
        try (TestServer before = TestServer.of(new NamesBefore()).on(database).start()) {
            fill(before, ACCOUNT);
            fill(before, OTHER);
        }
        server = TestServer.of(new AppointmentsModule()).on(database).start();
        ana = server.practitioner(ACCOUNT);
        server.await(() -> found("{\"name\": \"davila\"}").size() == 1
                && found("{\"name\": \"zuleica\"}").size() == 1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void old_names_are_found_by_words_in_any_order() {
        assertEquals(List.of("Beatriz d’Ávila"), found("{\"name\": \"avila bea\"}"));
    }

    @Test
    void old_names_of_another_account_are_folded_too() {
        Practitioner other = server.practitioner(OTHER);
        server.await(() ->
                each(other.post(SEARCH, "{\"name\": \"zuleica\"}"), "name").size() == 1);
    }

    @Test
    void no_job_is_left_when_all_is_folded() {
        server.await(() -> count("select count(*) from platform.jobs where topic = 'appointments.refold'") == 0);
        assertEquals(0, count("select count(*) from appointments.patients where folding <> 2"));
    }

    @Test
    void each_portion_is_on_record() {
        assertTrue(ana.auditEntries().stream()
                .anyMatch(entry -> entry.action().equals("update")
                        && entry.resourceType().equals("Patient")
                        && entry.resourceIds().size() <= 100));
    }

    @Test
    void old_versions_are_what_they_were() {
        assertEquals(List.of("7"), each(ana.post(SEARCH, "{\"name\": \"davila\"}"), "version"));
    }

    @Test
    void a_number_that_several_had_stays_with_all_of_them() {
        assertEquals(3, found("{\"externalId\": \"HC-1\"}").size());
    }

    @Test
    void a_number_that_several_had_is_given_to_no_further_one() {
        assertEquals(
                409,
                ana.post(PATIENTS, "{\"name\": \"New\", \"externalId\": \"HC-1\"}")
                        .status());
    }

    @Test
    void who_shares_a_number_can_be_changed() {
        Answer found = ana.post(SEARCH, "{\"name\": \"caio\"}");
        String path = PATIENTS + "/" + each(found, "id").getFirst();
        Answer read = ana.get(path);
        assertEquals(200, ana.patch(path, read.etag(), "{\"notes\": \"n\"}").status());
    }

    @Test
    void an_old_name_that_turns_writing_round_loses_that_with_its_next_change() {
        Answer found = ana.post(SEARCH, "{\"name\": \"dario\"}");
        String path = PATIENTS + "/" + each(found, "id").getFirst();
        Answer changed = ana.patch(path, ana.get(path).etag(), "{\"notes\": \"n\"}");
        assertEquals("Dario Lima", Clinic.text(changed, "name"));
    }

    @Test
    void an_old_name_that_nobody_sees_is_replaced_by_a_dash_with_its_next_change() {
        String path = PATIENTS + "/"
                + each(ana.post(SEARCH, "{\"externalId\": \"3\"}"), "id").getFirst();
        Answer changed = ana.patch(path, ana.get(path).etag(), "{\"notes\": \"n\"}");
        assertEquals("\u2014", Clinic.text(changed, "name"));
    }

    @Test
    void old_patients_have_their_place_in_a_list_by_name() {
        assertEquals(
                "Zuleica Última",
                each(ana.get(PATIENTS + "?sort=-name&limit=1"), "name").getFirst());
    }

    private static void fill(TestServer before, UUID account) throws SQLException {
        try (Connection connection = before.connectIn(account)) {
            add(connection, "Ana", "HC-1 ", "ana");
            add(connection, "Caio", "HC-1", "caio");
            add(connection, "Bruno", " HC-1", "bruno");
            add(connection, "Dario\u202e Lima", "2", "dario lima");
            add(connection, "\u200b\u3164", "3", "nothing");
            add(connection, "Beatriz d’Ávila", null, "beatriz d'avila");
            for (int i = 0; i < MANY; i++) {
                add(connection, "Patient " + i, null, "patient " + i);
            }
            add(connection, "Zuleica Última", null, "nothing of it");
            connection.commit();
        }
    }

    private static void add(Connection connection, String name, @Nullable String number, String ending)
            throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement patient = connection.prepareStatement("""
            insert into appointments.patients (id, name, external_id, created_at, updated_at, version)
            values (?, ?, ?, now(), now(), 7)
            """)) {
            patient.setObject(1, id);
            patient.setString(2, name);
            patient.setString(3, number);
            patient.execute();
        }
        try (PreparedStatement word = connection.prepareStatement(
                "insert into appointments.patient_words (ending, patient_id) values (?, ?)")) {
            word.setString(1, ending);
            word.setObject(2, id);
            word.execute();
        }
    }

    private static long count(String sql) {
        try (Connection connection = server.connectIn(ACCOUNT);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> found(String body) {
        return each(ana.post(SEARCH, body), "name");
    }
}
