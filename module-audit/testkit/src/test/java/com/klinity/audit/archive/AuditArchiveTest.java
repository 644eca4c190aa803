package com.klinity.audit.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.archive.AuditArchive.Report;
import com.klinity.audit.verification.AuditCsv;
import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.testkit.AgedLog;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What leaves the log, and what is left of it. */
@Tag("LG-4")
@Tag("RT-1")
class AuditArchiveTest {

    private static final String OLD = "6 years 1 day";
    private static final String YOUNG = "6 years -1 days";
    private static final List<String> ODD = List.of(
            "=1+1",
            "a,b",
            "a \"quote\"",
            "-a,\"b\"",
            "two\nlines",
            "return\r",
            "'",
            "''\"",
            "\uff1d",
            "\u00e9",
            "\ud83d\ude00",
            "",
            "{\"a\": \"b\"}",
            "{",
            ":",
            "\t",
            " ",
            "@",
            "Z",
            "9",
            "[",
            "`",
            "/",
            ";",
            "\u0001",
            "\u2028");
    private static final Report NOTHING = new Report(0, 0, List.of());

    private final OldServer years = new OldServer();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        years.close();
    }

    @Test
    void entries_older_than_six_years_go_into_a_file_that_proves_itself() {
        Practitioner ana = years.practitioner(OLD, OLD, OLD);
        years.checkpoint();
        assertEquals(new Report(1, 3, List.of()), years.archive(directory));
        Manifest manifest = proven(ana).getFirst().manifest();
        assertEquals(
                List.of(ana.account(), 1L, 3L, 3L),
                List.of(manifest.account(), manifest.first(), manifest.last(), manifest.entries()));
    }

    @Test
    void the_log_says_what_left_and_where_to_with_the_files_digest() {
        Practitioner ana = years.practitioner(OLD, OLD);
        years.checkpoint();
        years.archive(directory);
        String digest = proven(ana).getFirst().digest();
        assertEquals(
                List.of(new AuditLine(
                        "delete",
                        "AuditEvent",
                        List.of(),
                        "success",
                        "{\"first\": 1, \"last\": 2, \"archive\": \"" + digest + "\"}")),
                ana.auditEntries());
    }

    @Test
    void younger_entries_stay_with_all_that_follow_them() {
        Practitioner ana = years.practitioner(OLD);
        years.checkpoint();
        ana.get("/v1/audit/events.csv");
        ana.get("/v1/audit/events.csv");
        years.checkpoint();
        assertEquals(1, years.archive(directory).entries());
        assertEquals(3, ana.auditEntries().size());
    }

    @Test
    void an_account_whose_oldest_entry_is_young_loses_nothing_whatever_comes_later() {
        Practitioner ana = years.practitioner(YOUNG, "7 years", "8 years");
        years.checkpoint();
        assertEquals(NOTHING, years.archive(directory));
        assertEquals(3, ana.auditEntries().size());
    }

    @Test
    void what_no_checkpoint_covers_stays() {
        years.checkpoint();
        Practitioner ana = years.practitioner(OLD, OLD);
        assertEquals(NOTHING, years.archive(directory));
        assertEquals(2, ana.auditEntries().size());
    }

    @Test
    void a_longer_period_keeps_more() {
        Practitioner ana = years.practitioner("6 years 6 months");
        years.checkpoint();
        assertEquals(NOTHING, years.archive(directory, Period.ofYears(7), 10));
        assertEquals(1, ana.auditEntries().size());
    }

    @Test
    void a_shorter_period_keeps_no_less() {
        years.practitioner(YOUNG);
        years.checkpoint();
        assertEquals(NOTHING, years.archive(directory, Period.ofDays(1), 10));
    }

    @Test
    @Tag("LG-3")
    void the_rest_is_still_verified_and_begins_where_the_archive_ends() {
        Practitioner ana = years.practitioner(OLD, OLD);
        years.checkpoint();
        years.archive(directory);
        ana.get("/v1/audit/events.csv");
        JsonNode integrity = ana.get("/v1/audit/integrity").json();
        assertTrue(integrity.path("verified").asBoolean(), integrity::toString);
        String csv = new String(ana.get("/v1/audit/events.csv").bytes(), UTF_8);
        assertTrue(csv.startsWith(AuditCsv.HEADER + "\r\n3,"), csv);
    }

    @Test
    @Tag("LG-3")
    void entries_that_left_another_way_are_missed() {
        Practitioner ana = years.practitioner(OLD, OLD, OLD);
        years.run("insert into audit.bases select account_id, sequence, hash from audit.entries where sequence = 2");
        years.run("delete from audit.entries where sequence <= 2");
        JsonNode integrity = ana.get("/v1/audit/integrity").json();
        assertFalse(integrity.path("verified").asBoolean());
        assertEquals(1, integrity.at("/firstBroken/sequence").asInt());
    }

    @Test
    void a_long_chain_goes_in_several_segments_that_follow_each_other() {
        Practitioner ana = years.practitioner("8 years", "8 years");
        years.checkpoint();
        years.act(ana, "null", "null", "7 years");
        years.checkpoint();
        years.act(ana, "null", "null", "null", OLD, YOUNG);
        years.checkpoint();
        assertEquals(new Report(2, 3, List.of()), years.archive(directory, AuditArchive.LEAST, 2));
        List<Manifest> segments =
                proven(ana).stream().map(SegmentCheck::manifest).toList();
        assertEquals(segments.getFirst().lastHash(), segments.getLast().previousHash());
        assertEquals(List.of(2L, 3L), segments.stream().map(Manifest::last).toList());
        assertTrue(ana.get("/v1/audit/integrity").json().path("verified").asBoolean());
    }

    @Test
    void a_segment_is_as_long_as_the_witness_allows() {
        Practitioner ana = years.practitioner("8 years");
        years.checkpoint();
        years.act(ana, "null", "7 years");
        years.checkpoint();
        assertEquals(new Report(1, 2, List.of()), years.archive(directory));
    }

    @Test
    void whatever_a_field_holds_the_file_and_the_database_write_it_alike() {
        Practitioner ana = years.practitioner();
        for (int i = 1; i <= ODD.size(); i++) {
            ana.get("/v1/audit/events.csv");
            years.run("update audit.entries set (resource_type, details, user_id) = (t, t, t) from (select $t$"
                    + ODD.get(i - 1) + "$t$) odd (t) where sequence = " + i);
        }
        AgedLog.of(years.server(), ana.account(), ODD.stream().map(odd -> OLD).toArray(String[]::new));
        years.checkpoint();
        assertEquals(new Report(1, ODD.size(), List.of()), years.archive(directory));
    }

    @Test
    void an_account_that_was_deleted_keeps_its_log_until_then() {
        Practitioner ana = years.practitioner(OLD);
        years.checkpoint();
        assertEquals(202, ana.delete("/v1/account").status());
        years.server().await(() -> outcomes(ana).contains("delete Account"));
        years.checkpoint();
        assertEquals(new Report(1, 1, List.of()), years.archive(directory));
        assertTrue(outcomes(ana).contains("delete Account"));
        assertEquals(NOTHING, years.archive(directory));
    }

    private static List<String> outcomes(Practitioner ana) {
        return ana.auditEntries().stream()
                .map(line -> line.action() + " " + line.resourceType())
                .toList();
    }

    @Test
    void several_accounts_each_have_their_own_proof() {
        List<Practitioner> all =
                Stream.generate(() -> years.practitioner(OLD, OLD)).limit(5).toList();
        years.checkpoint();
        assertEquals(new Report(5, 10, List.of()), years.archive(directory));
        all.forEach(one -> assertEquals(
                Optional.of(5),
                Optional.ofNullable(proven(one).getFirst().manifest().checkpoint())
                        .map(CheckpointProof::heads)));
    }

    @Test
    void a_second_run_finds_nothing_to_do() {
        Practitioner ana = years.practitioner(OLD, OLD);
        years.checkpoint();
        years.archive(directory);
        assertEquals(NOTHING, years.archive(directory));
        assertEquals(1, proven(ana).size());
    }

    @Test
    void the_files_are_their_owners_alone() throws IOException {
        years.practitioner(OLD);
        years.checkpoint();
        Path archive = directory.resolve("archive");
        years.archive(archive);
        try (Stream<Path> paths = Files.walk(archive)) {
            for (Path path : paths.toList()) {
                String rights = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertEquals(
                        rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path::toString);
            }
        }
    }

    private List<SegmentCheck> proven(Practitioner ana) {
        return OldServer.segments(directory, ana)
                .map(folder -> OldServer.proven(folder, new JacksonJson(), years.keys()))
                .toList();
    }
}
