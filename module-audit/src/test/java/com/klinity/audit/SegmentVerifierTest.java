package com.klinity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.audit.verification.Chain;
import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.audit.verification.OfflineVerifier.Report;
import com.klinity.audit.verification.PythonVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Two verifiers that share nothing but docs/audit-log.md find the same in parts of logs and in their manifests. */
class SegmentVerifierTest {

    private static final UUID ACCOUNT = UUID.fromString(Chain.ACCOUNT);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String OTHER_HASH = "ab".repeat(32);
    private static final Chain WHOLE = chain(10);

    /** Entries 4 to 8 of ten. */
    private static final byte[] PART = WHOLE.csv(4, 8).getBytes(UTF_8);

    private static final Manifest MANIFEST = Manifest.of(ACCOUNT, 4, 8, hash(3), hash(4), hash(8));

    @TempDir
    private Path folder;

    @BeforeAll
    static void python() {
        PythonVerifier.assumePython();
    }

    @Test
    @Tag("LG-5")
    void both_verify_an_untouched_part() throws IOException {
        assertEquals(new Report(5, hash(8), Optional.empty()), found(PART, MANIFEST));
    }

    @Test
    @Tag("LG-5")
    void both_verify_a_whole_log_by_its_manifest() throws IOException {
        Manifest whole = Manifest.of(ACCOUNT, 1, 10, ChainEntry.GENESIS, hash(1), hash(10));
        assertEquals(
                new Report(10, hash(10), Optional.empty()), found(WHOLE.csv().getBytes(UTF_8), whole));
    }

    @Test
    void both_verify_a_part_without_entries() throws IOException {
        Manifest none = Manifest.of(ACCOUNT, 4, 3, hash(3), null, hash(3));
        assertEquals(
                new Report(0, hash(3), Optional.empty()), found(WHOLE.csv(4, 3).getBytes(UTF_8), none));
    }

    @Test
    @Tag("LG-3")
    void without_a_manifest_a_part_is_not_verified() throws IOException {
        Report report = OfflineVerifier.verify(new ByteArrayInputStream(PART));
        assertEquals(
                Optional.of("the first entry has sequence 4: a part of a log is checked with its manifest"),
                report.firstBroken());
        PythonVerifier.assertAgrees(report, List.of(file(PART)));
    }

    @Test
    @Tag("LG-3")
    void a_part_that_reaches_the_end_of_its_log_may_be_held_to_the_head() throws IOException {
        for (String head : List.of(hash(8), hash(6), hash(9), hash(3))) {
            Report report = OfflineVerifier.verify(new ByteArrayInputStream(PART), MANIFEST, head);
            assertEquals(head.equals(hash(8)), report.firstBroken().isEmpty(), () -> report.toString());
            PythonVerifier.assertAgrees(report, List.of(file(PART), "--head", head, "--manifest", manifest(MANIFEST)));
        }
    }

    @ParameterizedTest
    @Tag("LG-3")
    @MethodSource
    void both_find_the_same_in_a_damaged_part(Damage damage) throws IOException {
        assertEquals(
                Optional.of(damage.where()),
                found(damage.doneTo(PART), MANIFEST).firstBroken());
    }

    static Stream<Damage> both_find_the_same_in_a_damaged_part() {
        return Stream.of(
                Damage.at(1, "a changed first entry", "entry with sequence 4", line -> line.replace("read", "sign")),
                Damage.at(3, "a changed entry", "entry with sequence 6", line -> line.replace("read", "sign")),
                Damage.at(2, "a formless entry", "entry 5 is not in the form of an export", line -> "\"" + line),
                new Damage("the first row removed", "entry with sequence 5", rows -> rows.remove(1)),
                new Damage("a row removed", "entry with sequence 7", rows -> rows.remove(3)),
                new Damage("the last row removed", "entry with sequence 8 is missing", List::removeLast),
                new Damage(
                        "every row removed",
                        "entry with sequence 4 is missing",
                        rows -> rows.subList(1, 6).clear()),
                new Damage("two rows swapped", "entry with sequence 6", rows -> Collections.swap(rows, 2, 3)),
                new Damage(
                        "the genuine next row appended",
                        "entry with sequence 9 comes after the manifest's last",
                        rows -> rows.add(Damage.nextAfter(Chain.ACCOUNT, rows))),
                new Damage(
                        "the genuine row before put first",
                        "entry with sequence 3",
                        rows -> rows.add(1, WHOLE.line(3))),
                new Damage("the header removed", "line 1 is not the header of an audit export", List::removeFirst));
    }

    @ParameterizedTest
    @Tag("LG-3")
    @MethodSource
    void both_find_the_same_lie_of_a_manifest(String where, Manifest lie) throws IOException {
        assertEquals(Optional.of(where), found(PART, lie).firstBroken());
    }

    static Stream<Arguments> both_find_the_same_lie_of_a_manifest() {
        String itself = "the manifest contradicts itself";
        return Stream.of(
                Arguments.of("entry with sequence 4", Manifest.of(NOBODY, 4, 8, hash(3), hash(4), hash(8))),
                Arguments.of("entry with sequence 4", Manifest.of(ACCOUNT, 4, 8, hash(2), hash(4), hash(8))),
                Arguments.of("entry with sequence 4", Manifest.of(ACCOUNT, 3, 7, hash(3), hash(4), hash(8))),
                Arguments.of(
                        "the manifest has another hash for its first entry",
                        Manifest.of(ACCOUNT, 4, 8, hash(3), OTHER_HASH, hash(8))),
                Arguments.of(
                        "the manifest has another hash for its last entry",
                        Manifest.of(ACCOUNT, 4, 8, hash(3), hash(4), OTHER_HASH)),
                Arguments.of("entry with sequence 9 is missing", Manifest.of(ACCOUNT, 4, 9, hash(3), hash(4), hash(9))),
                Arguments.of(
                        "entry with sequence 8 comes after the manifest's last",
                        Manifest.of(ACCOUNT, 4, 7, hash(3), hash(4), hash(7))),
                Arguments.of(
                        "entry with sequence 4 comes after the manifest's last",
                        Manifest.of(ACCOUNT, 4, 3, hash(3), null, hash(3))),
                Arguments.of(itself, new Manifest(ACCOUNT, 4, 8, 4, hash(3), hash(4), hash(8), null)),
                Arguments.of(itself, Manifest.of(ACCOUNT, 0, 4, hash(3), hash(4), hash(8))),
                Arguments.of(itself, Manifest.of(ACCOUNT, 1, 5, hash(3), hash(4), hash(8))),
                Arguments.of(itself, Manifest.of(ACCOUNT, 4, 2, hash(3), null, hash(3))),
                Arguments.of(itself, Manifest.of(ACCOUNT, 4, 3, hash(3), null, hash(4))),
                Arguments.of(itself, Manifest.of(ACCOUNT, 4, 8, hash(3), null, hash(8))),
                Arguments.of(itself, Manifest.of(ACCOUNT, 4, 4, hash(3), hash(4), hash(5))),
                Arguments.of(itself, Manifest.of(ACCOUNT, 4, 8, "zz", hash(4), hash(8))),
                Arguments.of(itself, Manifest.of(ACCOUNT, 4, 8, hash(3), hash(4), hash(8).toUpperCase(Locale.ROOT))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"account\": 1}",
                "{\"account\":\"x\",\"first\":1,\"last\":1,\"entries\":1,\"previousHash\":\"\",\"lastHash\":\"\"}"
            })
    void what_is_no_manifest_is_wrong_usage(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("none.json"), text);
        assertEquals(
                2,
                PythonVerifier.run(List.of(file(PART), "--manifest", file.toString()))
                        .exitCode());
    }

    /** What the verifiers agree on. */
    private Report found(byte[] csv, Manifest manifest) throws IOException {
        Report report = OfflineVerifier.verify(new ByteArrayInputStream(csv), manifest);
        PythonVerifier.assertAgrees(report, List.of(file(csv), "--manifest", manifest(manifest)));
        return report;
    }

    private String file(byte[] csv) throws IOException {
        return Files.write(folder.resolve("audit.csv"), csv).toString();
    }

    private String manifest(Manifest manifest) throws IOException {
        Path file = folder.resolve("manifest.json");
        return Files.write(file, JsonMapper.shared().writeValueAsBytes(manifest))
                .toString();
    }

    private static Chain chain(int entries) {
        Chain chain = new Chain();
        for (int i = 0; i < entries; i++) {
            chain.read("Patient", "{\"said\": \"a, b\"}");
        }
        return chain;
    }

    private static String hash(int sequence) {
        return WHOLE.entries().get(sequence - 1).hash();
    }
}
