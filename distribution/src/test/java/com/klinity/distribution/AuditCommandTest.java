package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.AuditCsv;
import com.klinity.audit.verification.ChainEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** On the export of an account without entries. */
class AuditCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final CommandLine command = new CommandLine(new AuditCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()));

    @BeforeEach
    void export() throws IOException {
        Files.writeString(file(), AuditCsv.HEADER + AuditCsv.LINE_BREAK);
    }

    @Test
    @Tag("LG-5")
    void a_file_is_verified_alone_or_against_its_head() {
        assertEquals(0, command.execute("verify", file().toString()));
        assertEquals(0, command.execute("verify", file().toString(), "--head", ChainEntry.GENESIS));
    }

    @Test
    @Tag("LG-3")
    void entries_missing_at_the_end_are_told_by_the_head() {
        assertEquals(1, command.execute("verify", file().toString(), "--head", "AB".repeat(32)));
        assertTrue(out.toString().contains("broken    entry with sequence 1 is missing"), out::toString);
    }

    @Test
    void what_is_no_head_and_what_is_no_file_is_wrong_usage() {
        assertEquals(2, command.execute("verify", file().toString(), "--head", "ab"));
        assertEquals(2, command.execute("verify", folder.resolve("absent.csv").toString()));
        assertEquals(2, command.execute("verify", file().toString(), "--since", "17"));
    }

    @Test
    @Tag("LG-5")
    void a_part_is_verified_against_its_manifest() throws IOException {
        Path manifest = Files.writeString(folder.resolve("manifest.json"), """
            {"account": "0192f0c0-0000-7000-8000-000000000001", "first": 5, "last": 4, "entries": 0,
             "previousHash": "%1$s", "lastHash": "%1$s", "more": {"heads": 42}}
            """.formatted("ab".repeat(32)));
        assertEquals(0, command.execute("verify", file().toString(), "--manifest", manifest.toString()));
        assertTrue(out.toString().contains("head      " + "ab".repeat(32)), out::toString);
    }

    @Test
    @Tag("LG-3")
    void a_manifest_that_contradicts_itself_is_a_finding() throws IOException {
        Path manifest = Files.writeString(folder.resolve("manifest.json"), """
            {"account": "0192f0c0-0000-7000-8000-000000000001", "first": 5, "last": 5, "entries": 0,
             "previousHash": "%1$s", "lastHash": "%1$s"}
            """.formatted("ab".repeat(32)));
        assertEquals(1, command.execute("verify", file().toString(), "--manifest", manifest.toString()));
        assertTrue(out.toString().contains("broken    the manifest contradicts itself"), out::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"account\": 1}",
                "{\"account\":\"0192f0c0-0000-7000-8000-000000000001\",\"previousHash\":\"\",\"lastHash\":\"\"}",
                "{\"account\":\"x\",\"first\":1,\"last\":1,\"entries\":1,\"previousHash\":\"\",\"lastHash\":\"\"}"
            })
    void what_is_no_manifest_is_wrong_usage(String text) throws IOException {
        Path manifest = Files.writeString(folder.resolve("manifest.json"), text);
        assertEquals(2, command.execute("verify", file().toString(), "--manifest", manifest.toString()));
    }

    @Test
    void what_is_no_key_is_wrong_usage_before_the_database_is_asked() throws IOException {
        Path key = Files.writeString(folder.resolve("key.pem"), "");
        assertEquals(2, command.execute("verify", "--key", key.toString()));
        assertEquals(
                2,
                command.execute("verify", "--key", folder.resolve("absent.pem").toString()));
    }

    @ParameterizedTest
    @Tag("LG-4")
    @Tag("RT-1")
    @ValueSource(strings = {"P5Y", "P5Y11M", "P5Y800D", "P2191D", "P7Y-1D", "-P6Y", "6", "PT1H", ""})
    void an_archive_of_entries_that_must_be_kept_is_wrong_usage(String period) {
        assertEquals(2, command.execute("archive", folder.toString(), "--older-than", period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6Y", "P72M", "P6Y1D", "P10Y"})
    void six_years_or_more_can_be_asked_for(String period) {
        assertEquals(Period.parse(period), LogArchiving.period(command, period));
    }

    private Path file() {
        return folder.resolve("audit.csv");
    }
}
