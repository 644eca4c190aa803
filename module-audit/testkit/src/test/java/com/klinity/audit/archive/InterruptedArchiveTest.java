package com.klinity.audit.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.archive.AuditArchive.Report;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.testkit.Practitioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archiving that does not come to its end: nothing is lost, nothing is overwritten, and the next run goes on. */
@Tag("LG-4")
@Tag("RT-1")
class InterruptedArchiveTest {

    private final OldServer years = new OldServer();
    private final Practitioner ana = years.practitioner("7 years", "6 years 1 day");

    @TempDir
    private Path directory;

    @BeforeEach
    void witnessed() {
        years.checkpoint();
    }

    @AfterEach
    void stop() {
        years.close();
    }

    @Test
    void killed_between_file_and_removal_it_goes_on_with_the_same_file() throws IOException {
        years.archiveAndDie(directory);
        assertEquals(2, ana.auditEntries().size());
        SegmentFolder written = written();
        FileTime time = Files.getLastModifiedTime(written.csv());
        assertEquals(new Report(1, 2, List.of()), years.archive(directory));
        assertEquals(time, Files.getLastModifiedTime(written.csv()));
        assertEquals(1, ana.auditEntries().size());
        assertEquals(
                2,
                OldServer.proven(written, new JacksonJson(), years.keys())
                        .manifest()
                        .last());
    }

    @Test
    void killed_while_it_writes_it_writes_anew() throws IOException {
        Path account = Files.createDirectories(directory.resolve(ana.account().toString()));
        Files.createDirectory(account.resolve(".unfinished"));
        Files.writeString(account.resolve(".unfinished/audit.csv"), "sequence,occ");
        assertEquals(new Report(1, 2, List.of()), years.archive(directory));
        assertEquals(List.of(account.resolve("1-2")), List.of(written().path()));
    }

    @ParameterizedTest
    @CsvSource({
        "audit.csv, success, succesS",
        "audit.csv, '1,20', '2,20'",
        "manifest.json, '\"last\":2', '\"last\":1'",
        "manifest.json, '\"position\":0', '\"position\":7'",
        "manifest.json, 'number 1', 'number 2'",
        "manifest.json, '\"proof\"', '\"prof\"'",
        "manifest.json, '\"checkpoint\"', '\"firstHash\"'",
        "manifest.json, '\"previousHash\":\"0', '\"previousHash\":\"x'",
        "manifest.json, '{', '['"
    })
    void a_file_that_is_damaged_by_then_keeps_the_entries_in_the_database(String file, String part, String damage)
            throws IOException {
        years.archiveAndDie(directory);
        Path damaged = written().path().resolve(file);
        String before = Files.readString(damaged);
        assertTrue(before.contains(part), before);
        Files.writeString(damaged, before.replace(part, damage));
        Report report = years.archive(directory);
        assertEquals(List.of(0, 1), List.of(report.segments(), report.findings().size()), report::toString);
        assertEquals(2, ana.auditEntries().size());
        assertEquals(before.replace(part, damage), Files.readString(damaged));
    }

    @Test
    void a_manifest_that_is_no_text_keeps_the_entries_of_its_account_alone() throws IOException {
        years.archiveAndDie(directory);
        Files.write(written().manifest(), new byte[] {'{', (byte) 0xff});
        years.practitioner("7 years");
        years.checkpoint();
        Report report = years.archive(directory);
        assertEquals(List.of(1, 1), List.of(report.segments(), report.findings().size()), report::toString);
        assertTrue(report.findings().getFirst().contains("manifest.json is damaged"), report::toString);
        assertEquals(2, ana.auditEntries().size());
    }

    @Test
    void entries_that_the_database_cannot_remove_keep_nobody_elses_there() {
        years.run("create function public.damaged() returns trigger language plpgsql as"
                + " $$ begin raise data_corrupted; end $$");
        years.run("create trigger damaged before delete on audit.entries for each row when (old.account_id = '"
                + ana.account() + "') execute function public.damaged()");
        years.practitioner("7 years");
        years.checkpoint();
        Report report = years.archive(directory);
        assertEquals(List.of(ana.account() + " from 1: the database refused (SQLSTATE XX001)"), report.findings());
        assertEquals(1, report.segments());
    }

    @Test
    void what_lies_in_its_place_is_never_overwritten() throws IOException {
        Path place = Files.createDirectories(directory.resolve(ana.account() + "/1-2"));
        Path other = Files.writeString(place.resolve("audit.csv"), "mine");
        assertEquals(1, years.archive(directory).findings().size());
        assertEquals("mine", Files.readString(other));
        assertEquals(2, ana.auditEntries().size());
    }

    @Test
    @Tag("LG-3")
    void a_chain_that_was_changed_since_it_was_witnessed_stays_as_evidence() {
        years.run("update audit.entries set outcome = 'not-found' where sequence = 1");
        Report report = years.archive(directory);
        assertEquals(List.of(0, 1), List.of(report.segments(), report.findings().size()));
        assertEquals(2, ana.auditEntries().size());
    }

    @Test
    @Tag("LG-3")
    void a_checkpoint_that_an_unknown_key_signed_proves_nothing() throws IOException {
        Files.delete(years.keyFile());
        Practitioner bob = years.practitioner("7 years");
        years.checkpoint();
        Report report = years.archive(directory);
        assertEquals(1, report.segments());
        assertTrue(report.findings().getFirst().startsWith(ana.account() + " from 1: no key in"), report::toString);
        assertEquals(1, OldServer.segments(directory, bob).count());
        assertEquals(2, ana.auditEntries().size());
    }

    @Test
    void without_keys_there_is_no_archive() throws IOException {
        Files.writeString(years.keyFile(), "nothing");
        StartFailure failure = assertThrows(StartFailure.class, () -> years.archive(directory));
        assertTrue(failure.faults().getFirst().startsWith("klinity.audit.signing-key: "), failure::toString);
    }

    @Test
    void two_runs_into_one_folder_do_not_meet() {
        try (ArchiveDirectory held = ArchiveDirectory.open(directory)) {
            assertThrows(StartFailure.class, () -> years.archive(directory), held::toString);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertEquals(1, years.archive(directory).segments());
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_told_before_anything_happens() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThrows(StartFailure.class, () -> years.archive(file));
    }

    private SegmentFolder written() {
        return OldServer.segments(directory, ana)
                .filter(folder -> Files.exists(folder.csv()))
                .findFirst()
                .orElseThrow();
    }
}
