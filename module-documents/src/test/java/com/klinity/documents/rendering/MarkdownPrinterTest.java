package com.klinity.documents.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownPrinterTest {

    private static final UUID ID = UUID.fromString("0190a1b2-0000-7000-8000-000000000001");

    @Test
    void a_draft_reads_from_title_to_citations() {
        Sheet sheet = new Sheet(
                ID,
                "en",
                "SOAP note",
                "Ana",
                "DRAFT",
                List.of(new Sheet.Fact("Patient", "Ana")),
                List.of(new Sheet.Part(
                        "Plan",
                        List.of(
                                new Sheet.Passage("Rest.", List.of("[0:01\u20130:02]")),
                                new Sheet.Passage(" Drink.", List.of())),
                        List.of())),
                List.of(),
                List.of());
        assertEquals("""
            # SOAP note

            > **DRAFT**

            - **Patient:** Ana

            ## Plan

            Rest. <sub>\\[0:01\u20130:02\\]</sub> Drink.
            """, MarkdownPrinter.print(sheet));
    }

    @Test
    void a_signed_document_ends_with_its_seal_and_the_addenda_after_it() {
        Sheet sheet = new Sheet(
                ID,
                "en",
                "Note",
                "Ana",
                "",
                List.of(),
                List.of(),
                List.of(new Sheet.Fact("Signed by", "me")),
                List.of(new Sheet.Part(
                        "Addendum",
                        List.of(new Sheet.Passage("More.", List.of())),
                        List.of(new Sheet.Fact("SHA-256", "ab")))));
        assertEquals("""
            # Note

            ---

            - **Signed by:** me

            ## Addendum

            More.

            - **SHA-256:** ab
            """, MarkdownPrinter.print(sheet));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "*bold* _it_ `code` => \\*bold\\* \\_it\\_ \\`code\\`",
                "<script>alert(1)</script> => \\<script\\>alert(1)\\</script\\>",
                "[a](javascript:b) => \\[a\\](javascript:b)",
                "# no heading => \\# no heading",
                "1. no list => 1\\. no list",
                "- no list => \\- no list",
                "> no quote => \\> no quote",
                "5-10 mg + 2 => 5-10 mg + 2",
                "&amp; => \\&amp;"
            })
    void text_stays_text(String text, String printed) {
        assertEquals("# T\n\n## P\n\n" + printed + "\n", of(text));
    }

    @Test
    void line_breaks_and_paragraphs_stay() {
        assertEquals("# T\n\n## P\n\na\\\nb\n\n\\# c\n", of("a\r\nb\n\n  # c"));
    }

    @Test
    void an_empty_part_is_its_heading() {
        assertEquals("# T\n\n## P\n", of(" "));
    }

    private static String of(String text) {
        Sheet.Part part = new Sheet.Part("P", List.of(new Sheet.Passage(text, List.of())), List.of());
        return MarkdownPrinter.print(
                new Sheet(ID, "en", "T", "Ana", "", List.of(), List.of(part), List.of(), List.of()));
    }
}
