package com.klinity.documents;

import static com.klinity.documents.Practice.SERVER;
import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.drafted;
import static com.klinity.documents.Practice.each;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.patient;
import static com.klinity.documents.Practice.pointers;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class SignatureTest {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final List<String> HASHED =
            List.of("id", "appointmentId", "template", "title", "sections", "origin", "version", "header");

    private final Practitioner ana = practitioner();

    @Test
    void a_signature_says_who_when_and_what() {
        JsonNode signed = signed(ana).json();
        assertEquals("signed", signed.path("status").asString());
        assertEquals(
                ana.account().toString(),
                signed.path("signature").path("signedBy").asString());
        assertEquals(
                signed.path("updatedAt").asString(),
                signed.path("signature").path("signedAt").asString());
    }

    @Test
    void anyone_can_compute_the_hash_from_the_answer() throws NoSuchAlgorithmException {
        Answer draft = drafted(ana, appointment(ana), "i have had a bad cough", "your heart sounds normal");
        JsonNode signed = ana.post(path(draft) + "/sign").json();
        assertEquals(
                sha256(signed, HASHED),
                signed.path("signature").path("contentHash").asString());
    }

    @Test
    void the_hash_stays_the_same_when_it_is_read_again() throws NoSuchAlgorithmException {
        JsonNode read = ana.get(path(signed(ana))).json();
        assertEquals(
                sha256(read, HASHED), read.path("signature").path("contentHash").asString());
    }

    @Test
    void what_the_patient_is_called_later_does_not_reach_a_signed_document() {
        String patient = patient(ana, "Ana Souza");
        Answer draft = draft(ana, appointment(ana, patient));
        Answer signed = ana.post(path(draft) + "/sign");
        Answer renamed = ana.patch(
                "/v1/patients/" + patient, ana.get("/v1/patients/" + patient).etag(), "{\"name\": \"Else\"}");
        assertEquals(200, renamed.status());
        assertEquals(
                "Ana Souza",
                ana.get(path(signed)).json().path("header").path("patientName").asString());
    }

    @Test
    void signing_twice_is_a_conflict() {
        assertEquals("409 signed", problem(ana.post(path(signed(ana)) + "/sign")));
    }

    @Test
    void a_signed_document_does_not_change() {
        Answer signed = signed(ana);
        assertEquals("409 signed", problem(ana.patch(path(signed), signed.etag(), "{\"title\": \"Other\"}")));
        assertEquals("409 signed", problem(ana.delete(path(signed), signed.etag())));
        assertEquals(signed.json(), ana.get(path(signed)).json());
    }

    @Test
    void who_names_a_tag_signs_only_that() {
        Answer draft = draft(ana);
        ana.patch(path(draft), draft.etag(), "{\"title\": \"Visit\"}");
        Answer refused = ana.send("POST", path(draft) + "/sign", BodyPublishers.noBody(), "If-Match", draft.etag());
        assertEquals("412 stale", problem(refused));
        assertEquals("draft", ana.get(path(draft)).json().path("status").asString());
    }

    @Test
    void signing_changes_the_tag() {
        Answer draft = draft(ana);
        assertNotEquals(draft.etag(), ana.post(path(draft) + "/sign").etag());
    }

    @Test
    void a_draft_takes_no_addenda() {
        assertEquals("409 not-signed", problem(ana.post(path(draft(ana)) + "/addenda", "{\"text\": \"More.\"}")));
    }

    @Test
    void addenda_are_listed_in_the_document_in_their_order() {
        Answer signed = signed(ana);
        for (String text : List.of("First.", "Second.", "Third.")) {
            created(ana.post(path(signed) + "/addenda", "{\"text\": \"" + text + "\"}"));
        }
        Answer read = ana.get(path(signed));
        assertEquals(List.of("First.", "Second.", "Third."), each(read.json().path("addenda"), "text"));
        assertNotEquals(signed.etag(), read.etag());
    }

    @Test
    void an_addendum_can_be_read_at_its_location() {
        Answer added = created(ana.post(path(signed(ana)) + "/addenda", "{\"text\": \"More.\"}"));
        assertEquals(added.json(), ana.get(added.location()).json());
    }

    @Test
    void each_addendum_is_hashed_with_the_one_before_it() throws NoSuchAlgorithmException {
        Answer signed = signed(ana);
        String before = signed.json().path("signature").path("contentHash").asString();
        for (String text : List.of("First.", "Second.")) {
            JsonNode addendum = created(ana.post(path(signed) + "/addenda", "{\"text\": \"" + text + "\"}"))
                    .json();
            Map<String, Object> form = new TreeMap<>(Map.of("previousHash", before));
            for (String member : List.of("id", "text", "addedAt")) {
                form.put(member, addendum.path(member));
            }
            before = addendum.path("contentHash").asString();
            assertEquals(sha256(form), before);
        }
    }

    @Test
    void an_addendum_needs_text() {
        Answer refused = ana.post(path(signed(ana)) + "/addenda", "{\"text\": \" \"}");
        assertEquals(List.of("/text"), pointers(refused));
    }

    @Test
    void an_appointment_with_a_signed_document_cannot_be_deleted() {
        String appointment = appointment(ana);
        ana.post(path(draft(ana, appointment)) + "/sign");
        Answer refused = ana.delete("/v1/appointments/" + appointment, etag(appointment));
        assertEquals(409, refused.status(), refused::toString);
        assertEquals(1, ana.get(documentsOf(appointment)).json().path("items").size());
    }

    @Test
    void drafts_go_with_their_appointment() {
        String appointment = appointment(ana);
        Answer draft = draft(ana, appointment);
        Answer deleted = ana.delete("/v1/appointments/" + appointment, etag(appointment));
        assertEquals(204, deleted.status(), deleted::toString);
        assertEquals(404, ana.get(path(draft)).status());
    }

    @Test
    void another_server_call_of_the_same_account_sees_the_signature() {
        Answer signed = signed(ana);
        assertEquals(
                signed.json(),
                SERVER.practitioner(ana.account()).get(path(signed)).json());
    }

    private String etag(String appointment) {
        return ana.get("/v1/appointments/" + appointment).etag();
    }

    private static String sha256(JsonNode document, List<String> members) throws NoSuchAlgorithmException {
        Map<String, Object> form = new TreeMap<>();
        for (String member : members) {
            if (document.has(member)) {
                form.put(member, SORTED.treeToValue(document.path(member), Object.class));
            }
        }
        return sha256(form);
    }

    /** Jackson's compact form with sorted members is the canonical one, as long as texts are plain. */
    private static String sha256(Map<String, Object> form) throws NoSuchAlgorithmException {
        byte[] canonical = SORTED.writeValueAsString(form).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    }
}
