package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.each;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.patient;
import static com.klinity.documents.Practice.pointers;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What must hold before a document is signed, and what a signature rests on. */
class SigningTest {

    private static final String WHO = """
        {"name": " Dra. Ana Lima ", "registration": {"council": "CRM", "number": "123456", "region": "SP"}}\
        """;

    private final Practitioner ana = practitioner();

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \\n\\t ", "\\u200b\\u2060\\ufeff", "\\u00ad\\u200e", "\\u3000\\u00a0", "\\u0301\\ufe0f"})
    void nothing_that_can_be_seen_is_nothing_to_sign(String text) {
        Answer refused = sign(note(text), "{}");
        assertEquals("422 invalid-fields", problem(refused));
        assertEquals(List.of("/sections"), pointers(refused));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "7", "?", "\\u2611", "\\u982d"})
    void one_sign_is_something(String text) {
        assertEquals(200, sign(note(text), "{}").status());
    }

    @Test
    void what_cannot_be_printed_is_named_by_its_code_points() {
        Answer refused = sign(note("\\u0930\\u093e\\u092e"), "{}");
        assertEquals(List.of("/sections/plan/text"), pointers(refused));
        assertTrue(refused.text().contains("U+0930, U+093E, U+092E"), refused::text);
    }

    @Test
    void a_draft_with_such_characters_is_not_printed_as_something_else() {
        Answer refused = ana.get(path(note("\\u0930\\u093e\\u092e")), "Accept", "application/pdf");
        assertEquals("422 invalid-fields", problem(refused));
        assertTrue(refused.text().contains("U+0930"), refused::text);
    }

    @Test
    void an_addendum_that_cannot_be_printed_is_refused() {
        Answer refused = ana.post(path(signed(ana)) + "/addenda", "{\"text\": \"\\u0930\"}");
        assertEquals(List.of("/text"), pointers(refused));
    }

    @Test
    void a_draft_says_whom_it_is_about() {
        String patient = patient(ana, "Ana Souza");
        JsonNode header =
                ana.get(path(draft(ana, appointment(ana, patient)))).json().path("header");
        assertEquals(patient, header.path("patientId").asString());
        assertEquals("Ana Souza", header.path("patientName").asString());
    }

    @Test
    void a_draft_says_that_its_patient_changed() {
        String patient = patient(ana, "Ana Souza");
        Answer draft = draft(ana, appointment(ana, patient));
        assertFalse(draft.json().has("warnings"));
        rename(patient, "Ana Lima");
        JsonNode read = ana.get(path(draft)).json();
        assertEquals("Ana Lima", read.path("header").path("patientName").asString());
        assertEquals(List.of("patient-changed"), each(read.path("warnings"), "code"));
    }

    @Test
    void a_draft_says_that_its_appointment_was_moved() {
        String appointment = appointment(ana);
        Answer draft = draft(ana, appointment);
        move(appointment);
        assertEquals(
                List.of("appointment-moved"), each(ana.get(path(draft)).json().path("warnings"), "code"));
    }

    @Test
    void who_has_the_version_is_told_a_warning_that_came_without_another_one() {
        String patient = patient(ana, "Ana Souza");
        Answer draft = draft(ana, appointment(ana, patient));
        assertEquals(304, ana.get(path(draft), "If-None-Match", draft.etag()).status());
        rename(patient, "Ana Lima");
        Answer told = ana.get(path(draft), "If-None-Match", draft.etag());
        assertEquals(List.of("patient-changed"), each(told.json().path("warnings"), "code"));
        assertEquals(304, ana.get(path(draft), "If-None-Match", told.etag()).status());
    }

    @Test
    void a_signature_is_on_what_was_shown_with_the_tag() {
        Answer draft = renamed();
        Answer seen = ana.get(path(draft));
        rename(seen.json().path("header").path("patientId").asString(), "Bruna Lima");
        assertEquals("412 stale", problem(signAsSeen(draft, seen.etag())));
        assertEquals(200, signAsSeen(draft, ana.get(path(draft)).etag()).status());
    }

    @Test
    void either_tag_names_the_version_to_whoever_saves() {
        Answer draft = renamed();
        String told = ana.get(path(draft)).etag();
        Answer first = ana.patch(path(draft), told, "{\"sections\": {\"plan\": \"More.\"}}");
        assertEquals(200, first.status());
        assertEquals(412, ana.patch(path(draft), told, "{\"title\": \"Visit\"}").status());
    }

    @Test
    void saving_does_not_hide_a_warning() {
        Answer draft = renamed();
        Answer saved = ana.patch(path(draft), draft.etag(), "{\"sections\": {\"plan\": \"More.\"}}");
        assertEquals(List.of("patient-changed"), each(saved.json().path("warnings"), "code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"warningsSeen\": []}", "{\"warningsSeen\": [\"other\"]}"})
    void warnings_that_nobody_saw_keep_a_document_from_being_signed(String body) {
        Answer refused = sign(renamed(), body);
        assertEquals(List.of("/warningsSeen"), pointers(refused));
        assertTrue(refused.text().contains("patient-changed"), refused::text);
    }

    @Test
    void warnings_that_were_seen_are_kept_with_the_signature() {
        Answer signed = sign(renamed(), "{\"warningsSeen\": [\"patient-changed\"]}");
        assertEquals(200, signed.status(), signed::toString);
        assertEquals(
                "[\"patient-changed\"]",
                signed.json().path("header").path("warningsSeen").toString());
    }

    @Test
    void a_draft_in_another_language_than_was_spoken_warns() {
        String appointment = appointment(ana);
        var said = Practice.TRANSCRIPTS.said(ana.account(), appointment, "i have had a bad cough");
        Answer draft = created(ana.post(
                documentsOf(appointment), "{\"templateId\": \"soap-pt-BR\", \"fromTranscriptId\": \"" + said + "\"}"));
        assertEquals(List.of("language-differs"), each(draft.json().path("warnings"), "code"));
    }

    @Test
    void who_signs_is_said_once_and_stands_on_what_is_signed() {
        assertEquals(200, name(ana, WHO).status());
        JsonNode signer = signed(ana).json().path("header").path("practitioner");
        assertEquals("Dra. Ana Lima", signer.path("name").asString());
        assertEquals("123456", signer.path("registration").path("number").asString());
    }

    @Test
    void who_signed_stays_when_somebody_else_is_named() {
        name(ana, WHO);
        Answer signed = signed(ana);
        name(ana, WHO.replace("Ana Lima", "Other"));
        assertEquals(signed.json(), ana.get(path(signed)).json());
        String paper = ana.get(path(signed), "Accept", "text/markdown").text();
        assertTrue(paper.contains("**Signed by:** Dra. Ana Lima, CRM-SP 123456"), paper);
        assertFalse(paper.contains(ana.account().toString()), paper);
    }

    @Test
    void what_was_signed_is_printed_the_same_after_patient_and_appointment_changed() {
        String patient = patient(ana, "Ana Souza");
        String appointment = appointment(ana, patient);
        Answer signed = sign(draft(ana, appointment), "{}");
        String before = ana.get(path(signed), "Accept", "text/markdown").text();
        rename(patient, "Ana Lima");
        move(appointment);
        assertEquals(before, ana.get(path(signed), "Accept", "text/markdown").text());
    }

    @Test
    void nobody_named_yet_is_told_from_somebody() {
        Answer nobody = ana.get("/v1/practitioner");
        assertEquals("{}", nobody.text());
        assertEquals(nobody.etag(), "\"0\"");
        assertEquals("\"1\"", name(ana, WHO).etag());
    }

    @Test
    void a_practitioner_is_changed_by_who_knows_what_is_there() {
        name(ana, WHO);
        Answer stale = ana.send(
                "PUT",
                "/v1/practitioner",
                BodyPublishers.ofString(WHO),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"0\"");
        assertEquals("412 stale", problem(stale));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"Ana\"}",
                "{\"name\": \"\\u200b\", \"registration\": {\"council\": \"CRM\", \"number\": \"1\"}}",
                "{\"name\": \"A\\u202eB\", \"registration\": {\"council\": \"CRM\", \"number\": \"1\"}}",
                "{\"name\": \"Ana\", \"registration\": {\"council\": \"CRM\", \"number\": \"12\\u200b3\"}}",
                "{\"name\": \"\\u0930\", \"registration\": {\"council\": \"CRM\", \"number\": \"1\"}}",
                "{\"name\": \"Ana\", \"registration\": {\"council\": \" \", \"number\": \"1\"}}",
                "{\"name\": \"Ana\", \"registration\": {\"council\": \"CRM\"}}"
            })
    void who_signs_has_a_name_and_a_registration(String body) {
        assertEquals("422 invalid-fields", problem(name(ana, body)));
    }

    @Test
    void the_practitioner_of_another_account_is_nobody_here() {
        name(practitioner(), WHO);
        assertEquals("{}", ana.get("/v1/practitioner").text());
    }

    @Test
    void what_a_machine_drafted_says_so_on_paper() {
        Answer drafted = Practice.drafted(ana, appointment(ana), "i have had a bad cough");
        String paper = ana.get(path(drafted), "Accept", "text/markdown").text();
        assertTrue(paper.contains("**Drafted:** by a machine"), paper);
    }

    private Answer renamed() {
        String patient = patient(ana, "Ana Souza");
        Answer draft = draft(ana, appointment(ana, patient));
        rename(patient, "Ana Lima");
        return draft;
    }

    private void rename(String patient, String name) {
        String path = "/v1/patients/" + patient;
        assertEquals(
                200,
                ana.patch(path, ana.get(path).etag(), "{\"name\": \"" + name + "\"}")
                        .status());
    }

    private void move(String appointment) {
        String path = "/v1/appointments/" + appointment;
        Answer moved = ana.patch(path, ana.get(path).etag(), "{\"startsAt\": \"2026-03-02T09:00:00Z\"}");
        assertEquals(200, moved.status(), moved::toString);
    }

    /** A note whose plan is that text, as JSON escapes it. */
    private Answer note(String text) {
        return created(ana.post(
                documentsOf(appointment(ana)),
                "{\"templateId\": \"soap-en\", \"sections\": [{\"key\": \"plan\", \"text\": \"" + text + "\"}]}"));
    }

    private Answer sign(Answer draft, String body) {
        return body.isEmpty() ? ana.post(path(draft) + "/sign") : ana.post(path(draft) + "/sign", body);
    }

    private Answer signAsSeen(Answer draft, String tag) {
        return ana.send(
                "POST",
                path(draft) + "/sign",
                BodyPublishers.ofString("{\"warningsSeen\": [\"patient-changed\"]}"),
                "Content-Type",
                "application/json",
                "If-Match",
                tag);
    }

    private static Answer name(Practitioner who, String body) {
        return who.send("PUT", "/v1/practitioner", BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
