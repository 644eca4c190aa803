package com.klinity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.audit.verification.OfflineVerifier.Report;
import com.klinity.audit.verification.PythonVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What docs/audit-log.md shows is so. */
@Tag("LG-5")
class AuditLogGuideTest {

    private static final String HEAD = "aa8e63511b0c7f952e83549056f573abda466f81fd4dd9de4f2017b2f34d90dc";

    private final String guide = read();

    @Test
    void its_example_verifies() throws IOException {
        Report report = OfflineVerifier.verify(new ByteArrayInputStream(example()), HEAD);
        assertEquals(new Report(2, HEAD, Optional.empty()), report);
    }

    @Test
    void its_example_verifies_in_python(@TempDir Path folder) throws IOException {
        PythonVerifier.assumePython();
        Path file = Files.write(folder.resolve("audit.csv"), example());
        PythonVerifier.Outcome outcome = PythonVerifier.run(List.of(file.toString()));
        assertTrue(guide.contains(String.join("\n", outcome.output())), outcome::toString);
    }

    @Test
    void its_manifest_verifies_the_second_half_of_its_example() throws IOException {
        Manifest manifest = JsonMapper.shared().readValue(block("```json\n"), Manifest.class);
        String[] lines = new String(example(), UTF_8).split("(?<=\r\n)", -1);
        byte[] part = (lines[0] + lines[2]).getBytes(UTF_8);
        assertEquals(
                new Report(1, HEAD, Optional.empty()),
                OfflineVerifier.verify(new ByteArrayInputStream(part), manifest));
    }

    private String block(String begin) {
        String block = guide.substring(guide.indexOf(begin) + begin.length());
        return block.substring(0, block.indexOf("```"));
    }

    private byte[] example() {
        return block("```csv\n").replace("\n", "\r\n").getBytes(UTF_8);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "audit-log.md"));
        } catch (IOException e) {
            throw new AssertionError("the guide belongs to the sources", e);
        }
    }
}
