package com.klinity.audit.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the folder holds, and how its failures are told apart. */
@Tag("LG-3")
class FileLayoutTest {

    private static final byte[] DOCUMENT = {1, 2, 3};

    @TempDir
    Path disk;

    private FileWitness witness() {
        return new FileWitness(new WitnessFolder(disk));
    }

    private Path file(long number) {
        return disk.resolve("checkpoint-%019d.txt".formatted(number));
    }

    private static Code code(Runnable action) {
        return assertThrows(WitnessFailure.class, action::run).code();
    }

    @Test
    void a_checkpoint_is_a_file_of_its_bytes() throws IOException {
        witness().keep(17, DOCUMENT);
        assertArrayEquals(DOCUMENT, Files.readAllBytes(disk.resolve("checkpoint-0000000000000000017.txt")));
    }

    @Test
    void nobody_may_write_to_it_any_more_and_its_group_may_read_it() throws IOException {
        witness().keep(1, DOCUMENT);
        assertEquals(PosixFilePermissions.fromString("r--r-----"), Files.getPosixFilePermissions(file(1)));
    }

    @Test
    void nothing_else_is_left() throws IOException {
        witness().keep(1, DOCUMENT);
        witness().keep(1, DOCUMENT);
        code(() -> witness().keep(1, new byte[] {9}));
        assertEquals(List.of("checkpoint-0000000000000000001.txt"), new WitnessFolder(disk).names());
    }

    @Test
    void a_file_that_appears_meanwhile_is_not_replaced() throws IOException {
        Files.write(file(1), new byte[] {9});
        new WitnessFolder(disk).add("checkpoint-0000000000000000001.txt", DOCUMENT);
        assertArrayEquals(new byte[] {9}, Files.readAllBytes(file(1)));
    }

    @Test
    void what_a_crash_left_is_no_checkpoint() throws IOException {
        Files.write(disk.resolve(".0d9f1f9e-5c0e-4b6a-9f57-3a1f6f6d2b11.part"), DOCUMENT);
        assertEquals(OptionalLong.empty(), witness().last());
    }

    @Test
    void what_a_crash_left_is_in_nobodys_way() throws IOException {
        Files.write(disk.resolve(".0d9f1f9e-5c0e-4b6a-9f57-3a1f6f6d2b11.part"), DOCUMENT);
        witness().keep(1, DOCUMENT);
        assertArrayEquals(DOCUMENT, witness().read(1).orElseThrow());
    }

    @Test
    void other_files_in_the_folder_do_not_count() throws IOException {
        witness().keep(2, DOCUMENT);
        Files.write(disk.resolve("checkpoint-9999999999999999999.txt"), DOCUMENT);
        Files.write(disk.resolve("lost+found.txt"), DOCUMENT);
        assertEquals(OptionalLong.of(2), witness().last());
    }

    @Test
    void a_file_that_was_changed_by_force_is_a_conflict() throws IOException {
        witness().keep(1, DOCUMENT);
        Files.delete(file(1));
        Files.write(file(1), new byte[] {1, 2, 4});
        assertEquals(Code.CONFLICT, code(() -> witness().keep(1, DOCUMENT)));
    }

    @Test
    void a_file_that_is_longer_than_any_checkpoint_is_not_taken_into_memory() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file(1).toFile(), "rw")) {
            sparse.setLength(AuditWitness.MOST_BYTES + 1L);
        }
        assertEquals(Code.CONFLICT, code(() -> witness().read(1)));
    }

    @Test
    void a_folder_that_is_gone_is_no_empty_witness() throws IOException {
        Path folder = Files.createDirectory(disk.resolve("mounted"));
        FileWitness witness = new FileWitness(new WitnessFolder(folder));
        witness.keep(1, DOCUMENT);
        Files.move(folder, disk.resolve("unmounted"));
        assertEquals(Code.UNAVAILABLE, code(() -> witness.read(1)));
        assertEquals(Code.UNAVAILABLE, code(witness::last));
        assertEquals(Code.UNAVAILABLE, code(() -> witness.keep(1, DOCUMENT)));
    }

    @Test
    void something_that_cannot_be_read_is_no_absent_checkpoint() throws IOException {
        Files.createDirectory(file(1));
        assertEquals(Code.UNAVAILABLE, code(() -> witness().read(1)));
    }
}
