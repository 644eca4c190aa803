package com.klinity.audit.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {

    @ParameterizedTest
    @Tag("LG-5")
    @ValueSource(
            strings = {
                "",
                "Patient",
                "a,b",
                "\"",
                "\"\"",
                "say \"x\", twice",
                "two\nlines",
                "two\r\nlines",
                "\r",
                "\n",
                "'",
                "''",
                "'=1",
                "=1+1",
                "+1",
                "-1",
                "@A1",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                " =1",
                "Prontu\u00e1rio",
                "\uD83D\uDE00",
                "\uFFFD"
            })
    void a_field_is_read_back_as_it_was_written(String type) {
        ChainEntry entry = entry(type);
        assertEquals(Optional.of(entry), AuditCsv.entry(AuditCsv.line(entry).getBytes(UTF_8)));
    }

    @ParameterizedTest
    @Tag("LG-5")
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@A1", "\t=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201", " =1", "\uFEFF=1"
            })
    void no_cell_begins_like_a_formula(String type) {
        String line = AuditCsv.line(entry(type));
        assertTrue(line.contains(",'" + type + ","), line);
    }

    @ParameterizedTest
    @Tag("LG-5")
    @ValueSource(strings = {"\r=1", "\n=1", "=HYPERLINK(\"x\",\"y\")"})
    void nor_one_between_quotes(String type) {
        String line = AuditCsv.line(entry(type));
        assertTrue(line.contains(",\"'" + type.replace("\"", "\"\"") + "\","), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "x", "7", "{}", "::1"})
    void what_the_server_writes_stands_as_it_is(String type) {
        String line = AuditCsv.line(entry(type));
        assertTrue(line.contains("," + type + ","), line);
    }

    /** Two programs could read such a line in two ways. */
    @ParameterizedTest
    @Tag("LG-3")
    @ValueSource(
            strings = {
                "\"Patient\"",
                "Pat\rient",
                "Pat\"ient",
                "\"Pat\"ient",
                "\"Patient",
                "Patient\"",
                "'Patient",
                "=1",
                "Patient,",
                "Patient\n"
            })
    void what_the_server_would_not_have_written_is_no_entry(String cell) {
        String line = AuditCsv.line(entry("Patient")).replace(",Patient,", "," + cell + ",");
        assertEquals(Optional.empty(), AuditCsv.entry(line.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "1e3", "12345678901234567890", "\u0661"})
    void a_sequence_is_a_number(String sequence) {
        String line = AuditCsv.line(entry("Patient")).replaceFirst("^1,", sequence + ",");
        assertEquals(Optional.empty(), AuditCsv.entry(line.getBytes(UTF_8)));
    }

    @Test
    void a_line_must_end() {
        String line = AuditCsv.line(entry("Patient"));
        for (String end : List.of("", "\r", "\n", "\n\r", "\r\n\r\n")) {
            assertEquals(
                    Optional.empty(),
                    AuditCsv.entry((line.strip() + end).getBytes(UTF_8)),
                    () -> end.chars().boxed().toList().toString());
        }
    }

    private static ChainEntry entry(String type) {
        return new Chain().read(type, "{\"a\":\"x, \\\"y\\\"\"}").entries().getFirst();
    }
}
