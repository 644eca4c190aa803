package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.patient;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AtOnce;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.JsonNode;

/** What two calls at the same moment cannot bring about, since neither could alone. */
class RaceTest {

    private final Practitioner ana = practitioner();
    private final String appointment = appointment(ana);

    @RepeatedTest(15)
    void nothing_is_signed_that_was_not_looked_at() {
        Answer draft = draft(ana, appointment);
        String unprintable = "{\"sections\": {\"plan\": \"\\u0930\"}}";
        AtOnce.all(List.of(
                () -> ana.post(path(draft) + "/sign"), () -> ana.patch(path(draft), draft.etag(), unprintable)));
        Answer after = ana.get(path(draft));
        if (isSigned(after)) {
            assertEquals("Rest.", section(after, "plan").path("text").asString());
        }
    }

    @RepeatedTest(10)
    void one_of_many_signatures_counts() {
        Answer draft = draft(ana, appointment);
        List<Integer> statuses = AtOnce.all(List.of(
                        () -> ana.post(path(draft) + "/sign"),
                        () -> ana.post(path(draft) + "/sign"),
                        () -> ana.post(path(draft) + "/sign")))
                .stream()
                .map(Answer::status)
                .sorted()
                .toList();
        assertEquals(List.of(200, 409, 409), statuses);
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

    private static boolean isSigned(Answer document) {
        return document.json().path("status").asString().equals("signed");
    }
}
