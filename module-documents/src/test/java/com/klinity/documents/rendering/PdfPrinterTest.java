package com.klinity.documents.rendering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPrinterTest {

    @Test
    void what_is_on_the_sheet_can_be_read_on_the_paper() throws IOException {
        String text = text(PdfPrinter.print(Sheets.CLINICAL));
        for (String expected : List.of(
                "SOAP note",
                "DRAFT \u2013 not signed",
                "Patient Jo\u00e3o Figueira",
                "Subjective",
                "Five fingers affected.",
                "[0:12\u20130:15]",
                "Second line.",
                "Addendum",
                "Signed at")) {
            assertTrue(text.contains(expected), () -> expected + " is missing in\n" + text);
        }
    }

    @Test
    void the_same_sheet_gives_the_same_bytes() {
        assertArrayEquals(PdfPrinter.print(Sheets.CLINICAL), PdfPrinter.print(Sheets.CLINICAL));
    }

    @Test
    void long_texts_go_on_over_numbered_pages_without_losing_a_word() throws IOException {
        String words = IntStream.range(0, 3_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        byte[] file = PdfPrinter.print(Sheets.of(words));
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            assertTrue(pages > 2);
            assertTrue(text(file).contains("2 / " + pages));
        }
        String running = text(file).replaceAll("\\s+", " ");
        assertEquals(
                List.of(),
                IntStream.range(0, 3_000)
                        .filter(i -> !running.contains("word" + i + " "))
                        .boxed()
                        .toList());
    }

    @Test
    void a_word_wider_than_the_page_is_cut() throws IOException {
        String text = text(PdfPrinter.print(Sheets.of("W".repeat(500))));
        assertEquals(500, text.chars().filter(c -> c == 'W').count());
    }

    /** Ordering marks takes time that grows with the square of their number, where nobody bounds it: here, minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0301\u0323", "\u0f71\u0301\u0323", "\u200b\u0301", "\u200d"})
    void any_number_of_marks_on_one_letter_prints_in_time(String marks) {
        String word = "W".repeat(100) + marks.repeat(400_000 / marks.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> printedOrRefused(word));
    }

    @Test
    void characters_of_every_font_print_in_time() {
        String all = IntStream.range(0x100, 0x9FFF)
                .filter(character ->
                        Printable.missing(Character.toString(character)).isEmpty())
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> PdfPrinter.print(Sheets.of(all.repeat(4))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\f", "x\r"})
    void a_sheet_of_endless_lines_is_given_up(String line) {
        assertThrows(TooLongToPrint.class, () -> PdfPrinter.print(Sheets.of(line.repeat(500_000))));
    }

    @Test
    void pages_are_a4() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfPrinter.print(Sheets.CLINICAL))) {
            PDPage page = document.getPage(0);
            assertEquals(PDRectangle.A4.toString(), page.getMediaBox().toString());
        }
    }

    @Test
    void fonts_are_embedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfPrinter.print(Sheets.CLINICAL))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertTrue(resources.getFont(name).isEmbedded());
            }
        }
    }

    @Test
    void metadata_hold_the_title_and_nothing_else_of_the_sheet() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfPrinter.print(Sheets.CLINICAL))) {
            assertEquals("SOAP note", document.getDocumentInformation().getTitle());
            assertEquals(
                    List.of("Title"),
                    List.copyOf(document.getDocumentInformation().getMetadataKeys()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cefal\u00e9ia 36,5 \u00b0C SpO\u2082 \u2265 95 %",
                "Nguy\u1ec5n Th\u1ecb \u00c1nh",
                "\u041c\u0430\u0440\u0438\u044f",
                "\u5c71\u7530 \u592a\u90ce \u982d\u75db",
                "\u0e2a\u0e21\u0e0a\u0e32\u0e22",
                "\u2610 n\u00e3o \u2611 sim \u2705",
                "before \u6f22\ud83d\ude00 after",
                "\ud835\udc01\ud835\udc28"
            })
    void what_the_first_font_lacks_is_set_in_another(String text) throws IOException {
        assertTrue(text(PdfPrinter.print(Sheets.of("T", text))).contains(text));
    }

    /** As it is drawn, from left to right: Hebrew letters in the order of the page, Arabic ones joined. */
    @ParameterizedTest
    @CsvSource({
        "\u05d9\u05d5\u05e1\u05e3, \u05e3\u05e1\u05d5\u05d9",
        "\u0645\u062d\u0645\u062f, \ufeaa\ufee4\ufea4\ufee3",
        "\u0633\u0644\u0627\u0645, \ufee1\ufefc\ufeb3",
        "abc \u05d0(1) def, abc (1)\u05d0 def"
    })
    void right_to_left_runs_right(String read, String drawn) {
        Line line = LineBreaker.lines(List.of(new Run(read, Style.TEXT)), 500).getFirst();
        assertEquals(drawn, line.pieces().stream().map(Line.Piece::text).collect(Collectors.joining()));
    }

    /** Whoever reads a paper aloud, searches or copies goes by the order in which it was drawn. */
    @Test
    void words_from_right_to_left_are_drawn_in_the_order_they_are_read() {
        Line line = LineBreaker.lines(List.of(new Run("a \u05d0\u05d1 \u05d2\u05d3", Style.TEXT)), 500)
                .getFirst();
        assertEquals(
                List.of("a ", "\u05d1\u05d0", " ", "\u05d3\u05d2"),
                line.inReadingOrder().stream().map(Line.Piece::text).toList());
    }

    @Test
    void a_paragraph_from_right_to_left_begins_at_the_right() {
        assertTrue(LineBreaker.lines(List.of(new Run("\u05d0\u05d1", Style.TEXT)), 500)
                .getFirst()
                .rightToLeft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0930\u093e\u092e", "\ue000", "\ufdfd", "\uac00"})
    void what_no_font_draws_rightly_is_named_and_not_printed(String text) {
        assertEquals(text.codePoints().boxed().toList(), Printable.missing("before " + text + " after"));
        assertThrows(NotPrintable.class, () -> PdfPrinter.print(Sheets.of("before " + text + " after")));
    }

    @Test
    void every_page_names_the_patient() throws IOException {
        byte[] file = PdfPrinter.print(Sheets.of("line\n".repeat(200)));
        try (PDDocument document = Loader.loadPDF(file)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertTrue(stripper.getText(document).contains("Jo\u00e3o Figueira, 1980-05-17"));
            }
        }
    }

    @Test
    void letters_with_separate_accents_are_joined() throws IOException {
        assertTrue(text(PdfPrinter.print(Sheets.of("Joa\u0303o"))).contains("Jo\u00e3o"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u0008\u001b",
                "tab\there",
                "\ud800",
                "\udc00x",
                "\u200d\u200b\ufe0f",
                "\u0644\u0627",
                "\u0e01\u0e33",
                "\uffff\ufffe",
                "\ue000",
                "e\u0301\u0302\u0303",
                "\ud83d\udc68\u200d\ud83d\udc69",
                "\u2028\u2029",
                " ",
                ""
            })
    void any_text_is_printed_or_refused(String text) {
        if (Printable.missing(text).isEmpty()) {
            assertDoesNotThrow(() ->
                    assertTrue(text(PdfPrinter.print(Sheets.of(text, text))).contains("Part")));
        } else {
            assertThrows(NotPrintable.class, () -> PdfPrinter.print(Sheets.of(text, text)));
        }
    }

    @Test
    void every_character_of_the_basic_plane_is_printed_or_named() {
        String printable = IntStream.rangeClosed(0, 0xffff)
                .mapToObj(Character::toString)
                .filter(character -> Printable.missing(character).isEmpty())
                .collect(Collectors.joining(" "));
        assertDoesNotThrow(
                () -> assertTrue(text(PdfPrinter.print(Sheets.of(printable))).contains("A B C")));
    }

    private static byte[] printedOrRefused(String text) {
        try {
            return PdfPrinter.print(Sheets.of(text));
        } catch (NotPrintable refused) {
            return new byte[0];
        }
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Sheets to print. */
    private static final class Sheets {

        static final Sheet CLINICAL = new Sheet(
                UUID.fromString("0190a1b2-0000-7000-8000-000000000001"),
                "en",
                "SOAP note",
                "Jo\u00e3o Figueira",
                "DRAFT \u2013 not signed",
                List.of(new Sheet.Fact("Patient", "Jo\u00e3o Figueira")),
                List.of(new Sheet.Part(
                        "Subjective",
                        List.of(
                                new Sheet.Passage("Five fingers affected.", List.of("[0:12\u20130:15]")),
                                new Sheet.Passage("\nSecond line.", List.of())),
                        List.of())),
                List.of(new Sheet.Fact("Signed at", "2026-03-01T09:00:00Z")),
                List.of(new Sheet.Part("Addendum", List.of(new Sheet.Passage("More.", List.of())), List.of())));

        static Sheet of(String text) {
            return of("Title", text);
        }

        static Sheet of(String title, String text) {
            Sheet.Part part = new Sheet.Part("Part", List.of(new Sheet.Passage(text, List.of())), List.of());
            return new Sheet(
                    UUID.randomUUID(),
                    "en",
                    title,
                    "Jo\u00e3o Figueira, 1980-05-17",
                    "Mark",
                    List.of(new Sheet.Fact("Label", title)),
                    List.of(part),
                    List.of(),
                    List.of());
        }
    }
}
