package com.klinity.documents;

import static com.klinity.documents.Practice.appointment;
import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.documentsOf;
import static com.klinity.documents.Practice.draft;
import static com.klinity.documents.Practice.path;
import static com.klinity.documents.Practice.pointers;
import static com.klinity.documents.Practice.practitioner;
import static com.klinity.documents.Practice.problem;
import static com.klinity.documents.Practice.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a document may hold, and that what is accepted prints. */
class LongDocumentsTest {

    private static final int MOST_PAGES = 200;

    private final Practitioner ana = practitioner();

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r", "\\r\\n", "\\f", "\\u000b", "\\u0085", "\\u2028", "\\u2029", "x\\n"})
    void lines_of_every_kind_are_counted(String line) {
        Answer refused = written(line.repeat(PaperRules.MOST_LINES));
        assertEquals(422, refused.status(), refused::toString);
        assertEquals(List.of("/sections"), pointers(refused));
    }

    @Test
    void the_answer_says_how_many_lines_there_may_be() {
        assertTrue(written("\\n".repeat(PaperRules.MOST_LINES)).text().contains("at most 3000 lines"));
    }

    @Test
    void lines_of_all_sections_count_together() {
        String half = "\\n".repeat(PaperRules.MOST_LINES / 2);
        assertEquals("422 invalid-fields", problem(written(half, half)));
    }

    @Test
    void characters_of_all_sections_count_together() {
        String half = "x".repeat(PaperRules.MOST_CHARACTERS / 2);
        assertEquals("422 invalid-fields", problem(written(half, half, "x")));
    }

    @Test
    void a_change_that_makes_a_draft_too_long_is_refused() {
        Answer draft = draft(ana);
        Answer changed =
                ana.patch(path(draft), draft.etag(), "{\"sections\": {\"plan\": \"" + "\\n".repeat(5_000) + "\"}}");
        assertEquals("422 invalid-fields", problem(changed));
    }

    @Test
    void the_longest_that_is_accepted_prints_on_two_hundred_pages() throws IOException {
        String path = path(created(longest()));
        assertEquals(200, ana.post(path + "/sign").status());
        String broad = "W".repeat(PaperRules.MOST_ADDED_CHARACTERS / 3 - 400) + "\\n".repeat(398);
        for (int i = 0; i < 3; i++) {
            created(ana.post(path + "/addenda", "{\"text\": \"" + broad + "\"}"));
        }
        try (PDDocument document =
                Loader.loadPDF(ana.get(path, "Accept", "application/pdf").bytes())) {
            int pages = document.getNumberOfPages();
            assertTrue(pages > 100 && pages <= MOST_PAGES, () -> pages + " pages");
        }
    }

    @Test
    void lines_of_all_addenda_count_together() {
        String path = path(signed(ana)) + "/addenda";
        String half = "{\"text\": \"Later." + "\\n".repeat(PaperRules.MOST_ADDED_LINES / 2) + "\"}";
        created(ana.post(path, half));
        assertEquals(List.of("/text"), pointers(ana.post(path, half)));
    }

    @Test
    void characters_of_all_addenda_count_together() {
        String path = path(signed(ana)) + "/addenda";
        String third = "{\"text\": \"" + "x".repeat(PaperRules.MOST_ADDED_CHARACTERS / 3) + "\"}";
        IntStream.range(0, 3).forEach(i -> created(ana.post(path, third)));
        assertEquals(List.of("/text"), pointers(ana.post(path, "{\"text\": \"x\"}")));
    }

    @Test
    void a_document_takes_so_many_addenda_and_no_more() {
        String path = path(signed(ana)) + "/addenda";
        IntStream.range(0, PaperRules.MOST_ADDENDA).forEach(i -> created(ana.post(path, "{\"text\": \"Later.\"}")));
        assertEquals("422 invalid-fields", problem(ana.post(path, "{\"text\": \"Later.\"}")));
    }

    @Test
    void a_stored_document_that_is_too_long_for_paper_is_still_read() throws SQLException {
        String path = storedBeforeThereWereLimits();
        assertEquals(200, ana.get(path).status());
    }

    @Test
    void printing_a_stored_document_that_is_too_long_is_refused() throws SQLException {
        String path = storedBeforeThereWereLimits();
        assertEquals("409 too-long-to-print", problem(ana.get(path, "Accept", "application/pdf")));
    }

    private String storedBeforeThereWereLimits() throws SQLException {
        String path = path(draft(ana));
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        String text = "\\n".repeat(99_000);
        String content = "{\"title\": \"Old\", \"sections\": " + sections(text, text) + "}";
        try (Connection app = Practice.SERVER.connectIn(ana.account());
                var version =
                        app.prepareStatement("insert into documents.versions (document_id, number, content, created_at)"
                                + " values (?, 2, ?::jsonb, now())");
                var document = app.prepareStatement("update documents.documents set version = 2 where id = ?")) {
            version.setObject(1, id);
            version.setString(2, content);
            version.execute();
            document.setObject(1, id);
            document.execute();
            app.commit();
        }
        return path;
    }

    private Answer longest() {
        String wide = "W".repeat(70_000);
        String lines = "W\\n".repeat(2_000) + "\\n".repeat(800);
        String title = "W".repeat(200);
        String headings = IntStream.range(0, 90)
                .mapToObj(i -> "{\"key\": \"h" + i + "\", \"title\": \"" + title + "\"}")
                .collect(Collectors.joining(", "));
        return ana.post(
                documentsOf(appointment(ana)),
                "{\"templateId\": \"soap-en\", \"sections\": ["
                        + String.join(", ", section(0, wide), section(1, wide), section(2, lines), headings) + "]}");
    }

    private Answer written(String... texts) {
        return ana.post(
                documentsOf(appointment(ana)), "{\"templateId\": \"soap-en\", \"sections\": " + sections(texts) + "}");
    }

    private static String sections(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> section(i, texts[i]))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String section(int number, String text) {
        return "{\"key\": \"s" + number + "\", \"title\": \"Title\", \"text\": \"" + text + "\"}";
    }
}
