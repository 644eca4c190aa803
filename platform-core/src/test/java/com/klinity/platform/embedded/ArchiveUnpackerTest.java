package com.klinity.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveUnpackerTest {
    @TempDir
    Path directory;

    private Path target = Path.of("");

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectory(directory.resolve("target"));
    }

    @Test
    void a_file_comes_out_with_its_content() throws IOException {
        new TestArchive().file("share/text", "content").end().unpackTo(target);
        assertEquals("content", Files.readString(target.resolve("share/text")));
    }

    @Test
    void a_program_stays_executable() throws IOException {
        new TestArchive().program("program", "x").end().unpackTo(target);
        assertEquals("rwxr-xr-x", permissions("program"));
    }

    @Test
    void a_plain_file_stays_plain() throws IOException {
        new TestArchive().file("plain", "x").end().unpackTo(target);
        assertEquals("rw-r--r--", permissions("plain"));
    }

    @Test
    void a_link_within_the_archive_is_kept() throws IOException {
        new TestArchive()
                .file("lib/lib.so.1", "library")
                .link("lib/lib.so", "lib.so.1")
                .end()
                .unpackTo(target);
        assertEquals("library", Files.readString(target.resolve("lib/lib.so")));
    }

    @Test
    void a_name_too_long_for_the_header_is_kept() throws IOException {
        String name = "share/" + "n".repeat(150);
        new TestArchive().longName(name).file("cut off", "content").end().unpackTo(target);
        assertTrue(Files.exists(target.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/outside", "bin/../../outside"})
    void a_file_outside_the_target_is_refused(String name) {
        TestArchive archive = new TestArchive().file(name, "evil").end();
        assertThrows(IOException.class, () -> archive.unpackTo(target));
        assertFalse(Files.exists(directory.resolve("outside")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "/etc"})
    void a_link_out_of_the_target_is_refused(String linkTarget) {
        TestArchive archive = new TestArchive().link("bin/link", linkTarget).end();
        assertThrows(IOException.class, () -> archive.unpackTo(target));
    }

    @Test
    void a_kind_that_is_not_known_is_refused() {
        TestArchive archive = new TestArchive().device("device").end();
        assertThrows(IOException.class, () -> archive.unpackTo(target));
    }

    @Test
    void an_archive_without_an_end_is_refused() {
        TestArchive archive = new TestArchive().file("file", "content");
        assertThrows(IOException.class, () -> archive.unpackTo(target));
    }

    @Test
    void what_is_not_a_tar_archive_is_refused() {
        TestArchive archive = new TestArchive().raw("x".repeat(2048));
        assertThrows(IOException.class, () -> archive.unpackTo(target));
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve(name)));
    }
}
