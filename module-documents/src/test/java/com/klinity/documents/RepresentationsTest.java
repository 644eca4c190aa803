package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.drafted;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.patient;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.signed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationsTest {

    private static final String PDF = "application/pdf";
    private static final String MARKDOWN = "text/markdown";

    private final Practitioner ana = practitioner();

    @Test
    void a_draft_is_printed_with_patient_citations_and_a_warning() throws IOException {
        String appointment = appointment(ana, patient(ana, "Jo\u00e3o Figueira"));
        String text = pdf(ana.get(path(drafted(ana, appointment, "i have had a bad cough")), "Accept", PDF));
        for (String expected : List.of(
                "SOAP note",
                "Jo\u00e3o Figueira",
                "1980-05-17",
                "2026-03-01 09:00 UTC",
                "Subjective",
                "I have had a bad cough.",
                "[0:00\u20130:02]",
                "DRAFT \u2013 not signed",
                "1 / 1")) {
            assertTrue(text.contains(expected), () -> expected + " is missing in\n" + text);
        }
    }

    @Test
    void a_signed_document_is_printed_with_its_seal_and_addenda() throws IOException {
        Answer signed = signed(ana);
        created(ana.post(path(signed) + "/addenda", "{\"text\": \"Came back on Friday.\"}"));
        String text = pdf(ana.get(path(signed), "Accept", PDF));
        assertTrue(text.contains("Came back on Friday."));
        assertTrue(text.contains(
                signed.json().path("signature").path("contentHash").asString()));
        assertFalse(text.contains("DRAFT"));
    }

    @Test
    void a_signed_document_is_the_same_file_each_time() {
        Answer signed = signed(ana);
        assertArrayEquals(
                ana.get(path(signed), "Accept", PDF).bytes(),
                ana.get(path(signed), "Accept", PDF).bytes());
    }

    @Test
    void portuguese_templates_have_portuguese_labels() throws IOException {
        Answer created = ana.post(Practice.documentsOf(appointment(ana)), "{\"templateId\": \"soap-pt-BR\"}");
        assertTrue(pdf(ana.get(created.location(), "Accept", PDF)).contains("RASCUNHO \u2013 n\u00e3o assinado"));
    }

    @Test
    void markdown_is_text_in_utf_8() {
        String appointment = appointment(ana, patient(ana, "Jo\u00e3o Figueira"));
        Answer markdown = ana.get(path(drafted(ana, appointment, "i have had a bad cough")), "Accept", MARKDOWN);
        assertEquals("text/markdown; charset=utf-8", markdown.header("Content-Type"));
        assertTrue(markdown.text().contains("- **Patient:** Jo\u00e3o Figueira\n"), markdown::text);
        assertTrue(markdown.text().contains("I have had a bad cough. <sub>\\[0:00\u20130:02\\]</sub>"), markdown::text);
    }

    @Test
    void paper_is_not_kept_by_caches_and_names_nobody() {
        Answer pdf = ana.get(path(draft(ana)), "Accept", PDF);
        assertEquals("no-store", pdf.header("Cache-Control"));
        assertTrue(String.valueOf(pdf.header("Content-Disposition"))
                .matches("inline; filename=\"document-[0-9a-f-]+\\.pdf\""));
    }

    @Test
    void each_form_has_a_tag_of_its_own() {
        String path = path(draft(ana));
        assertNotEquals(ana.get(path).etag(), ana.get(path, "Accept", PDF).etag());
        assertNotEquals(
                ana.get(path, "Accept", MARKDOWN).etag(),
                ana.get(path, "Accept", PDF).etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/*;q=0.5, text/html"})
    void json_is_what_most_callers_get(String accept) {
        assertEquals(
                "application/json",
                String.valueOf(ana.get(path(draft(ana)), "Accept", accept).header("Content-Type"))
                        .split(";", 2)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/fhir+json", "image/png"})
    void other_forms_are_not_offered(String accept) {
        assertEquals("406 not-acceptable", problem(ana.get(path(draft(ana)), "Accept", accept)));
    }

    private static String pdf(Answer answer) throws IOException {
        assertEquals(PDF, answer.header("Content-Type"), answer::toString);
        try (PDDocument document = Loader.loadPDF(answer.bytes())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
