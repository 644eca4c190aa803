package com.klinity.audit.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.platform.settings.ConfiguredSettings;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who checks the log opens the folder without what only a server needs: its data folder, and the right to write. */
@Tag("LG-3")
class ReadingFolderTest {

    private static final String KEY = "klinity.file.directory";
    private static final byte[] DOCUMENT = {1, 2, 3};

    @TempDir
    private Path disk;

    private Path folder;

    @BeforeEach
    void keepOne() throws IOException {
        folder = Files.createDirectory(disk.resolve("witness"));
        new FileWitness(new WitnessFolder(folder)).keep(1, DOCUMENT);
    }

    private AuditWitness open(Path data, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("klinity.mode", "production");
        ConfiguredSettings settings = TestSettings.of(data, all);
        AuditWitness witness = new FileWitnessProvider().openToRead(settings, InstantSource.system());
        settings.enforce();
        return witness;
    }

    private void assertFault(Path data, Map<String, String> values) {
        assertEquals(
                List.of(KEY + ": must be a folder that you may read, the one that the servers keep checkpoints in"),
                assertThrows(StartFailure.class, () -> open(data, values)).faults());
    }

    @Test
    void it_is_read_on_a_machine_without_a_data_folder() {
        AuditWitness witness = open(disk.resolve("absent"), Map.of(KEY, folder.toString()));
        assertEquals(OptionalLong.of(1), witness.last());
        assertArrayEquals(DOCUMENT, witness.read(1).orElseThrow());
    }

    @Test
    void it_is_read_where_it_lies_in_the_data_folder() {
        assertEquals(
                OptionalLong.of(1), open(disk, Map.of(KEY, folder.toString())).last());
    }

    @Test
    void it_is_read_by_who_may_not_write_to_it() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-x---"));
        assumeFalse(Files.isWritable(folder), "root may write everywhere");
        assertEquals(
                OptionalLong.of(1),
                open(disk.resolve("absent"), Map.of(KEY, folder.toString())).last());
    }

    @Test
    void one_that_is_not_there_is_not_taken_for_an_empty_one() {
        assertFault(
                disk.resolve("absent"), Map.of(KEY, disk.resolve("not-mounted").toString()));
    }

    @Test
    void nothing_is_made() {
        assertFault(disk, Map.of());
        assertFalse(Files.exists(disk.resolve("audit-witness")));
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.createFile(disk.resolve("file"));
        assertFault(disk, Map.of(KEY, file.toString()));
    }
}
