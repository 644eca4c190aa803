package com.klinity.audit.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folder is taken, and which is refused. */
@Tag("LG-3")
class FolderSettingTest {

    private static final String KEY = "klinity.file.directory";

    @TempDir
    Path disk;

    private Path data;

    @BeforeEach
    void makeTheDataFolder() throws IOException {
        data = Files.createDirectory(disk.resolve("data"));
    }

    private AuditWitness open(Map<String, String> values) {
        ConfiguredSettings settings = TestSettings.of(data, values);
        AuditWitness witness = new FileWitnessProvider().open(settings, InstantSource.system());
        settings.enforce();
        return witness;
    }

    private AuditWitness production(Path folder) {
        return open(Map.of("klinity.mode", "production", KEY, folder.toString()));
    }

    private static void assertFault(String fault, Runnable opening) {
        assertEquals(
                List.of(fault), assertThrows(StartFailure.class, opening::run).faults());
    }

    @Test
    void without_one_it_lies_in_the_data_folder() {
        open(Map.of()).keep(1, new byte[] {1});
        assertTrue(Files.exists(data.resolve("audit-witness/checkpoint-0000000000000000001.txt")));
    }

    @Test
    void the_folder_that_is_made_is_closed_to_others() throws IOException {
        open(Map.of());
        assertEquals(
                PosixFilePermissions.fromString("rwx------"),
                Files.getPosixFilePermissions(data.resolve("audit-witness")));
    }

    @Test
    void a_file_in_its_place_stops_the_start() throws IOException {
        Files.createFile(data.resolve("audit-witness"));
        assertThrows(StartFailure.class, () -> open(Map.of()));
    }

    @Test
    void a_named_folder_is_taken() throws IOException {
        Path named = Files.createDirectory(disk.resolve("elsewhere"));
        open(Map.of(KEY, named.toString())).keep(1, new byte[] {1});
        assertTrue(Files.exists(named.resolve("checkpoint-0000000000000000001.txt")));
    }

    @Test
    void a_named_folder_that_is_not_there_may_not_be_mounted_and_is_not_made() {
        Path named = disk.resolve("not-mounted");
        assertFault(
                KEY + ": must be a folder that exists; make it, or mount it, before the start",
                () -> open(Map.of(KEY, named.toString())));
        assertFalse(Files.exists(named));
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.createFile(disk.resolve("file"));
        assertFault(
                KEY + ": must be a folder that the server's user may write to",
                () -> open(Map.of(KEY, file.toString())));
    }

    @Test
    void what_is_no_path_is_a_fault() {
        assertFault(
                KEY + ": must be a folder that exists; make it, or mount it, before the start",
                () -> open(Map.of(KEY, "a\0b")));
    }

    @Test
    void production_needs_one_by_name() {
        assertFault(
                KEY + ": is missing; production needs a folder that whoever writes to the database cannot write to,"
                        + " outside the data directory",
                () -> open(Map.of("klinity.mode", "production")));
    }

    @Test
    void production_makes_no_folder_of_its_own() {
        assertThrows(StartFailure.class, () -> open(Map.of("klinity.mode", "production")));
        assertFalse(Files.exists(data.resolve("audit-witness")));
    }

    @Test
    void production_takes_one_outside_the_data_folder() throws IOException {
        Path outside = Files.createDirectory(disk.resolve("data-of-another-machine"));
        assertDoesNotThrow(() -> production(outside));
    }

    @Test
    void production_refuses_one_inside_the_data_folder() throws IOException {
        Path inside = Files.createDirectory(data.resolve("witness"));
        assertOutside(inside);
    }

    @Test
    void production_refuses_the_data_folder_itself() {
        assertOutside(data);
    }

    @Test
    void production_refuses_a_way_round_to_the_data_folder() throws IOException {
        Files.createDirectory(data.resolve("witness"));
        Path link = Files.createSymbolicLink(disk.resolve("link"), data);
        assertOutside(link.resolve("witness"));
    }

    @Test
    void production_takes_one_before_the_data_folder_is_there() throws IOException {
        Path named = Files.createDirectory(disk.resolve("witness"));
        Files.delete(data);
        assertDoesNotThrow(() -> production(named));
    }

    private void assertOutside(Path folder) {
        assertFault(
                KEY + ": must lie outside the data directory, best on another machine's disk",
                () -> production(folder));
    }
}
