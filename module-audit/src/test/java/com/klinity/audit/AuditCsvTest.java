package com.klinity.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.AuditCsv;
import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.OfflineVerifier;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuditCsvTest {

    private static final String ACCOUNT = "0192f0c0-0000-7000-8000-000000000001";

    @Test
    void a_line_is_read_back_as_it_was_written() throws IOException {
        ChainEntry entry = entry(1, "{\"a\":\"x, \\\"y\\\"\"}", ChainEntry.GENESIS);
        List<String> read =
                AuditCsv.read(new StringReader(AuditCsv.line(entry))).orElseThrow();
        assertEquals(
                Stream.concat(entry.fields().stream(), Stream.of(entry.hash())).toList(), read);
    }

    @Test
    @Tag("LG-5")
    void an_untouched_export_verifies() throws IOException {
        OfflineVerifier.Report report = OfflineVerifier.verify(new StringReader(export()));
        assertEquals(Optional.empty(), report.firstBroken());
        assertEquals(3, report.entries());
    }

    @Test
    @Tag("LG-3")
    void a_changed_field_is_found_where_it_is() throws IOException {
        String changed = export().replaceFirst("(?m)^2,(.*),read,", "2,$1,create,");
        assertEquals("entry with sequence 2", broken(changed));
    }

    @Test
    @Tag("LG-3")
    void a_removed_line_is_found() throws IOException {
        assertEquals("entry with sequence 3", broken(export().replaceFirst("(?m)^2,.*\r\n", "")));
    }

    @Test
    @Tag("LG-3")
    void swapped_lines_are_found() throws IOException {
        List<String> lines = export().lines().toList();
        String swapped = String.join("\r\n", List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3)));
        assertEquals("entry with sequence 2", broken(swapped + "\r\n"));
    }

    @Test
    void something_else_is_not_taken_for_an_export() throws IOException {
        assertTrue(broken("a,b,c\r\n1,2,3\r\n").contains("header"));
    }

    @Test
    void a_line_with_missing_fields_is_told_by_its_place() throws IOException {
        assertEquals("entry 1 has not the fields of an entry", broken(AuditCsv.HEADER + "\r\n1,2,3\r\n"));
    }

    private static String broken(String csv) throws IOException {
        return OfflineVerifier.verify(new StringReader(csv)).firstBroken().orElseThrow();
    }

    private static String export() {
        StringBuilder csv = new StringBuilder(AuditCsv.HEADER).append("\r\n");
        String previous = ChainEntry.GENESIS;
        for (int sequence = 1; sequence <= 3; sequence++) {
            ChainEntry entry = entry(sequence, "", previous);
            csv.append(AuditCsv.line(entry));
            previous = entry.hash();
        }
        return csv.toString();
    }

    private static ChainEntry entry(int sequence, String details, String previous) {
        List<String> fields = List.of(
                Integer.toString(sequence),
                "2026-01-31T09:30:00.000001Z",
                ACCOUNT,
                "127.0.0.1",
                "read",
                "Patient",
                "a b",
                "success",
                "r",
                details);
        return new ChainEntry(fields, new ChainEntry(fields, "").expectedHash(ACCOUNT, previous));
    }
}
