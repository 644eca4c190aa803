package com.klinity.documents;

import static com.klinity.documents.Practice.TRANSCRIPTS;
import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.fromTranscript;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LG-1")
class AuditEntriesTest {

    private final Practitioner ana = practitioner();

    @Test
    void every_step_of_a_documents_life_leaves_one_entry_that_names_it() {
        Answer draft = draft(ana);
        String path = path(draft);
        ana.get(path);
        ana.patch(path, draft.etag(), "{\"title\": \"Visit\"}");
        ana.get(path + "/versions");
        ana.get(path + "/versions/1");
        ana.post(path + "/sign");
        Answer added = created(ana.post(path + "/addenda", "{\"text\": \"More.\"}"));
        ana.get(added.location());
        List<AuditLine> entries = entriesOf("Document");
        assertEquals(
                List.of("create", "read", "update", "read", "read", "sign", "update", "read"),
                entries.stream().map(AuditLine::action).toList());
        List<UUID> id = List.of(UUID.fromString(draft.id()));
        assertTrue(entries.stream().allMatch(entry -> entry.resourceIds().equals(id)), entries::toString);
    }

    @Test
    void a_deleted_draft_is_named() {
        Answer draft = draft(ana);
        ana.delete(path(draft), draft.etag());
        AuditLine last = entriesOf("Document").getLast();
        assertEquals("delete", last.action());
        assertEquals(List.of(UUID.fromString(draft.id())), last.resourceIds());
    }

    @Test
    void a_list_is_one_entry_that_names_every_document_in_it() {
        String appointment = appointment(ana);
        List<UUID> ids = List.of(
                UUID.fromString(draft(ana, appointment).id()),
                UUID.fromString(draft(ana, appointment).id()));
        ana.get(documentsOf(appointment));
        assertEquals(ids, entriesOf("Document").getLast().resourceIds());
    }

    @Test
    void a_draft_from_a_transcript_names_the_transcript() {
        String appointment = appointment(ana);
        UUID transcript = TRANSCRIPTS.said(ana.account(), appointment, "i have had a bad cough");
        created(ana.post(documentsOf(appointment), fromTranscript(transcript)));
        assertTrue(entriesOf("Document").getLast().details().contains(transcript.toString()));
    }

    @Test
    void a_printed_document_names_the_form_and_the_patient_by_id() {
        Answer signed = signed(ana);
        ana.get(path(signed), "Accept", "application/pdf");
        String details = entriesOf("Document").getLast().details();
        assertTrue(details.contains("pdf"), details);
        assertTrue(
                details.contains(signed.json().path("header").path("patientId").asString()), details);
    }

    @Test
    void a_refused_change_of_a_signed_document_is_written_down() {
        Answer signed = signed(ana);
        ana.patch(path(signed), signed.etag(), "{\"title\": \"Other\"}");
        assertEquals("signed", entriesOf("Document").getLast().outcome());
    }

    @Test
    void own_templates_leave_entries_when_they_change() {
        Answer own = created(ana.post("/v1/templates", """
            {"name": "Own", "language": "en", "sections": [{"key": "a", "title": "A"}]}\
            """));
        ana.patch(own.location(), own.etag(), "{\"name\": \"Better\"}");
        ana.delete(own.location(), "\"2\"");
        assertEquals(
                List.of("create", "update", "delete"),
                entriesOf("Template").stream().map(AuditLine::action).toList());
    }

    @Test
    void no_entry_holds_what_was_written() {
        draft(ana);
        ana.patch(path(draft(ana)), "\"9\"", "{\"title\": \"Rest.\"}");
        assertFalse(ana.auditEntries().toString().contains("Rest."));
    }

    private List<AuditLine> entriesOf(String resource) {
        return ana.auditEntries().stream()
                .filter(entry -> entry.resourceType().equals(resource))
                .toList();
    }
}
