package com.klinity.documents;

import static com.klinity.documents.Practice.SERVER;
import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.patient;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AtOnce;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What two calls at the same moment cannot bring about, since neither could alone. */
class RaceTest {

    private final Practitioner ana = practitioner();
    private final String appointment = appointment(ana);

    @RepeatedTest(15)
    void nothing_is_signed_that_was_not_looked_at() {
        Answer draft = draft(ana, appointment);
        String unprintable = "{\"sections\": {\"plan\": \"\\u0930\"}}";
        List<Answer> answers = AtOnce.all(List.of(
                () -> ana.post(path(draft) + "/sign"), () -> ana.patch(path(draft), draft.etag(), unprintable)));
        List<Integer> outcome = answers.stream().map(Answer::status).toList();
        assertTrue(
                Set.of(List.of(200, 409), List.of(409, 200), List.of(422, 200)).contains(outcome), answers::toString);
        boolean signed = outcome.getFirst() == 200;
        Answer after = ana.get(path(draft));
        assertEquals(signed ? "signed" : "draft", after.json().path("status").asString());
        assertEquals(signed, section(after, "plan").path("text").asString().equals("Rest."));
    }

    @Test
    void what_changes_while_it_is_looked_at_is_not_signed() throws Exception {
        Answer draft = draft(ana, appointment);
        try (Connection other = SERVER.connect(DatabaseRole.SUPERUSER);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            String row = " from appointments.appointments where id = '" + appointment + "'";
            execute(other, "select id" + row + " for update");
            execute(
                    other,
                    "update appointments.appointments set starts_at = starts_at + interval '1 hour' where id in"
                            + " (select id" + row + ")");
            Future<Answer> signing = threads.submit(() -> ana.post(path(draft) + "/sign"));
            SERVER.await(() -> isWaitedFor(other));
            other.commit();
            assertEquals("409 changed-meanwhile", problem(signing.get(30, TimeUnit.SECONDS)));
        }
    }

    @RepeatedTest(10)
    void one_of_many_signatures_counts() {
        Answer draft = draft(ana, appointment);
        List<Integer> statuses = AtOnce.<Answer>all(List.of(
                        () -> ana.post(path(draft) + "/sign"),
                        () -> ana.post(path(draft) + "/sign"),
                        () -> ana.post(path(draft) + "/sign")))
                .stream()
                .map(Answer::status)
                .sorted()
                .toList();
        assertEquals(List.of(200, 409, 409), statuses);
    }

    @RepeatedTest(10)
    void of_many_who_say_who_signs_one_is_heard() {
        Callable<Answer> name = () -> ana.send(
                "PUT",
                "/v1/practitioner",
                BodyPublishers.ofString(
                        "{\"name\": \"Ana\", \"registration\": {\"council\": \"CRM\", \"number\": \"1\"}}"),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"0\"");
        List<Integer> statuses = AtOnce.all(Collections.nCopies(3, name)).stream()
                .map(Answer::status)
                .sorted()
                .toList();
        assertEquals(List.of(200, 412, 412), statuses);
    }

    @RepeatedTest(15)
    void a_note_is_never_in_the_appointment_of_another_patient() {
        Answer booked = ana.get("/v1/appointments/" + appointment);
        String other = patient(ana, "Bruno Lima");
        List<Answer> answers = AtOnce.all(List.of(
                () -> ana.post(documentsOf(appointment), "{\"templateId\": \"soap-en\"}"),
                () -> ana.patch(
                        "/v1/appointments/" + appointment, booked.etag(), "{\"patientId\": \"" + other + "\"}")));
        assertEquals(201, answers.getFirst().status(), answers::toString);
        assertTrue(Set.of(200, 409).contains(answers.getLast().status()), answers::toString);
        JsonNode made = answers.getFirst().json().path("header").path("patientId");
        assertEquals(ana.get("/v1/appointments/" + appointment).json().path("patientId"), made);
    }

    @RepeatedTest(10)
    void a_patient_with_a_signed_note_stays() {
        Answer draft = draft(ana, appointment);
        String patient = draft.json().path("header").path("patientId").asString();
        Answer known = ana.get("/v1/patients/" + patient);
        List<Answer> answers = AtOnce.all(List.of(
                () -> ana.post(path(draft) + "/sign"),
                () -> ana.delete("/v1/patients/" + patient + "?cascade=true", known.etag())));
        boolean signed = answers.getFirst().status() == 200;
        List<Integer> outcome = answers.stream().map(Answer::status).toList();
        assertTrue(Set.of(List.of(200, 409), List.of(404, 204)).contains(outcome), answers::toString);
        assertEquals(signed ? 200 : 404, ana.get(path(draft)).status());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether somebody waits for what that connection has locked. */
    private static boolean isWaitedFor(Connection holder) {
        try (Statement statement = holder.createStatement();
                ResultSet row =
                        statement.executeQuery("select exists (select from pg_catalog.pg_locks where not granted"
                                + " and pg_catalog.pg_blocking_pids(pid) @> array[pg_catalog.pg_backend_pid()])")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
