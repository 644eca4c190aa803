package com.klinity.audit;

import static com.klinity.audit.Damage.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.audit.verification.OfflineVerifier.Report;
import com.klinity.audit.verification.PythonVerifier;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two verifiers that share nothing but docs/audit-log.md find the same in exports of a running server. */
class IndependentVerifierTest {

    private static final TestServer SERVER =
            TestServer.of(new AuditModule(), new OddlyNamedModule()).start();
    private static final Practitioner ANA = SERVER.practitioner();
    private static final int ENTRIES = OddlyNamedModule.TYPES.size() + 2;

    private static byte[] export = {};
    private static String head = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void export() {
        PythonVerifier.assumePython();
        IntStream.range(0, OddlyNamedModule.TYPES.size())
                .forEach(i -> assertEquals(204, ANA.get("/v1/odd/" + i).status()));
        assertEquals(409, ANA.get("/v1/odd/refused").status());
        export = ANA.get("/v1/audit/events.csv").bytes();
        head = ANA.get("/v1/audit/integrity").json().path("head").asString();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @Tag("LG-5")
    void both_verify_an_untouched_export() throws IOException {
        Report report = found(export);
        assertEquals(new Report(ENTRIES, head, Optional.empty()), report);
    }

    @Test
    @Tag("LG-3")
    void without_a_head_a_cut_tail_is_not_told_from_a_whole_log() throws IOException {
        byte[] cut = new Damage("", "", List::removeLast).doneTo(export);
        assertEquals(
                Optional.empty(),
                OfflineVerifier.verify(new ByteArrayInputStream(cut)).firstBroken());
        assertEquals(0, PythonVerifier.run(List.of(file(cut))).exitCode());
    }

    @ParameterizedTest
    @Tag("LG-3")
    @MethodSource
    void both_find_the_same_first_bad_entry(Damage damage) throws IOException {
        assertEquals(
                Optional.of(damage.whereIn(ENTRIES)),
                found(damage.doneTo(export)).firstBroken());
    }

    static Stream<Damage> both_find_the_same_first_bad_entry() {
        return Stream.concat(damagedEntries(), damagedFiles());
    }

    private static Stream<Damage> damagedEntries() {
        return Stream.of(
                at(3, "a changed action", "entry with sequence 3", line -> line.replace(",read,", ",sign,")),
                at(3, "a changed sequence", "entry with sequence 4", line -> line.replaceFirst("3", "4")),
                at(2, "a changed hash", "entry with sequence 2", line -> line.replaceFirst("..\r\n$", "zz\r\n")),
                at(9, "a byte that is not UTF-8", "entry 9 is not in the form of an export", line -> "\u00ff" + line),
                at(
                        4,
                        "a formula without its guard",
                        "entry 4 is not in the form of an export",
                        line -> line.replace("'@", "@")),
                at(
                        2,
                        "quotes that are not needed",
                        "entry 2 is not in the form of an export",
                        line -> line.replace(",read,", ",\"read\",")),
                at(2, "a quote that is never closed", "entry 2 is not in the form of an export", line -> "\"" + line),
                at(2, "a cell too many", "entry 2 is not in the form of an export", line -> "1," + line),
                at(
                        5,
                        "a line of another program",
                        "entry 5 is not in the form of an export",
                        line -> line.replace("\r\n", "\n")),
                at(
                        10,
                        "a line break inside a field",
                        "entry with sequence 10",
                        line -> line.replace("lines\r\n", "lines\n")));
    }

    private static Stream<Damage> damagedFiles() {
        return Stream.of(
                new Damage(
                        "the first row removed",
                        "the first entry has sequence 2: a part of a log is checked with its manifest",
                        rows -> rows.remove(1)),
                new Damage("a row removed", "entry with sequence 5", rows -> rows.remove(4)),
                new Damage("two rows swapped", "entry with sequence 7", rows -> Collections.swap(rows, 6, 7)),
                new Damage("a row twice", "entry with sequence 3", rows -> rows.add(4, rows.get(3))),
                new Damage(
                        "another account's row at the end",
                        "entry with sequence 1",
                        rows -> rows.add(Damage.foreign())),
                new Damage(
                        "another account's row first", "entry with sequence 1", rows -> rows.add(1, Damage.foreign())),
                new Damage(
                        "a forged row that follows",
                        "entry with sequence NEXT comes after the head",
                        rows -> rows.add(Damage.nextAfter(ANA.account().toString(), rows))),
                new Damage("the last row cut", "entry with sequence LAST is missing", List::removeLast),
                new Damage(
                        "every row cut",
                        "entry with sequence 1 is missing",
                        rows -> rows.subList(1, rows.size()).clear()),
                new Damage(
                        "the last line break cut",
                        "entry LAST is not in the form of an export",
                        rows -> rows.add(rows.removeLast().strip())),
                new Damage("the header removed", "line 1 is not the header of an audit export", List::removeFirst),
                new Damage("everything removed", "line 1 is not the header of an audit export", List::clear));
    }

    @Test
    @Tag("LG-3")
    void both_find_a_changed_byte_wherever_it_is() throws IOException {
        for (int position = 0; position < export.length; position += export.length / 50) {
            byte[] changed = export.clone();
            changed[position] ^= 1;
            assertTrue(found(changed).firstBroken().isPresent(), "byte " + position);
        }
    }

    @Test
    void what_is_no_head_and_what_is_no_file_is_wrong_usage() {
        assertEquals(2, PythonVerifier.run(List.of()).exitCode());
        assertEquals(2, PythonVerifier.run(List.of(folder.toString())).exitCode());
        assertEquals(2, PythonVerifier.run(List.of("x.csv", "--head", "0")).exitCode());
    }

    /** What the verifiers agree on, each given the head as the server tells it. */
    private Report found(byte[] csv) throws IOException {
        Report report = OfflineVerifier.verify(new ByteArrayInputStream(csv), head);
        PythonVerifier.assertAgrees(report, List.of(file(csv), "--head", head));
        return report;
    }

    private String file(byte[] csv) throws IOException {
        return Files.write(folder.resolve("audit.csv"), csv).toString();
    }
}
