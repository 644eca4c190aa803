package com.klinity.documents;

import static com.klinity.documents.Practice.SERVER;
import static com.klinity.documents.Practice.TRANSCRIPTS;
import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.fromTranscript;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.signed;
import static com.klinity.documents.Practice.unknown;
import static com.klinity.documents.Practice.withoutRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("AC-1")
class IsolationTest {

    private final Practitioner ana = practitioner();
    private final Practitioner bob = practitioner();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET    |                | -",
                "PATCH  |                | {\"title\": \"Mine\"}",
                "DELETE |                | -",
                "GET    | /versions      | -",
                "GET    | /versions/1    | -",
                "POST   | /sign          | -",
                "POST   | /addenda       | {\"text\": \"Mine\"}"
            })
    void anothers_document_is_as_if_it_never_existed(String method, String below, String body) {
        String theirs = draft(bob).id();
        String suffix = below == null ? "" : below;
        Answer foreign = call(method, "/v1/documents/" + theirs + suffix, body);
        Answer none = call(method, "/v1/documents/" + unknown() + suffix, body);
        assertEquals(404, foreign.status(), foreign::toString);
        assertEquals(withoutRequest(none), withoutRequest(foreign));
    }

    @Test
    void anothers_signed_document_takes_no_addenda() {
        Answer theirs = signed(bob);
        Answer added = created(bob.post(path(theirs) + "/addenda", "{\"text\": \"Mine.\"}"));
        assertEquals(
                404,
                ana.post(path(theirs) + "/addenda", "{\"text\": \"Not mine.\"}").status());
        assertEquals(404, ana.get(added.location()).status());
    }

    @Test
    void anothers_appointment_is_as_if_it_never_existed() {
        String theirs = appointment(bob);
        String body = "{\"templateId\": \"soap-en\"}";
        assertEquals(
                withoutRequest(ana.post(documentsOf(unknown()), body)),
                withoutRequest(ana.post(documentsOf(theirs), body)));
        assertEquals(withoutRequest(ana.get(documentsOf(unknown()))), withoutRequest(ana.get(documentsOf(theirs))));
    }

    @Test
    void anothers_template_is_as_if_it_never_existed() {
        Answer theirs = created(bob.post("/v1/templates", """
            {"name": "Own", "language": "en", "sections": [{"key": "a", "title": "A"}]}\
            """));
        assertEquals(withoutRequest(ana.get("/v1/templates/" + unknown())), withoutRequest(ana.get(theirs.location())));
        assertEquals(404, ana.delete(theirs.location(), theirs.etag()).status());
        assertEquals(404, ana.get(theirs.location() + "/versions/1").status());
        assertEquals(16, ana.get("/v1/templates").json().path("items").size());
        String appointment = appointment(ana);
        assertEquals(
                withoutRequest(ana.post(documentsOf(appointment), "{\"templateId\": \"" + unknown() + "\"}")),
                withoutRequest(ana.post(documentsOf(appointment), "{\"templateId\": \"" + theirs.id() + "\"}")));
    }

    @Test
    void anothers_transcript_is_as_if_it_never_existed() {
        String mine = appointment(ana);
        UUID theirs = TRANSCRIPTS.said(bob.account(), mine, "i have had a bad cough");
        Answer foreign = ana.post(documentsOf(mine), fromTranscript(theirs));
        Answer none = ana.post(documentsOf(mine), fromTranscript(UUID.randomUUID()));
        assertEquals(422, foreign.status());
        assertEquals(withoutRequest(none), withoutRequest(foreign));
    }

    @Test
    void without_a_token_nothing_is_told() {
        Answer theirs = draft(bob);
        assertEquals(401, SERVER.anonymous().get(path(theirs)).status());
        assertEquals(401, SERVER.anonymous().get("/v1/templates").status());
    }

    private Answer call(String method, String path, String body) {
        return body == null
                ? ana.send(method, path, BodyPublishers.noBody(), "If-Match", "\"1\"")
                : ana.send(
                        method,
                        path,
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "\"1\"");
    }
}
