package com.klinity.audit.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.PythonVerifier.Outcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantMemoryTest {

    private static final int ENTRIES = 30_000;
    private static final int DETAILS_BYTES = 4_000;
    private static final int KIBIBYTES = 80 * 1024;

    @Test
    @Tag("LG-5")
    void python_verifies_a_file_larger_than_its_memory(@TempDir Path folder) throws IOException {
        PythonVerifier.assumePython();
        Path file = folder.resolve("audit.csv");
        String head = write(file);
        Outcome outcome = PythonVerifier.runWithin(KIBIBYTES, file);
        List<String> output = List.of("entries   " + ENTRIES, "head      " + head, "verified  yes");
        assertEquals(new Outcome(0, output, List.of()), outcome);
        assertTrue(Files.size(file) > KIBIBYTES * 1024L);
    }

    /** Returns the head. */
    private static String write(Path file) throws IOException {
        ChainEntry first =
                new Chain().read("Patient", "x".repeat(DETAILS_BYTES)).entries().getFirst();
        List<String> others = first.fields().subList(1, ChainEntry.FIELDS);
        String head = ChainEntry.GENESIS;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write((AuditCsv.HEADER + AuditCsv.LINE_BREAK).getBytes(UTF_8));
            for (int sequence = 1; sequence <= ENTRIES; sequence++) {
                ChainEntry entry = entry(sequence, others, head);
                out.write(AuditCsv.line(entry).getBytes(UTF_8));
                head = entry.hash();
            }
        }
        return head;
    }

    private static ChainEntry entry(int sequence, List<String> others, String previous) {
        List<String> fields = Stream.concat(Stream.of(Integer.toString(sequence)), others.stream())
                .toList();
        return new ChainEntry(fields, new ChainEntry(fields, "").expectedHash(Chain.ACCOUNT, previous));
    }
}
