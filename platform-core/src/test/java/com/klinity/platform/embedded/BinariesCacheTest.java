package com.klinity.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesCacheTest {
    @TempDir
    Path directory;

    @Test
    void processes_and_threads_that_unpack_at_once_get_the_same_whole_binaries() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                OtherProcess other = OtherProcess.launch(UnpackProgram.class, directory.toString())) {
            List<Future<PostgresBinaries>> here =
                    threads.invokeAll(List.<Callable<PostgresBinaries>>of(this::provide, this::provide));
            String there = other.firstLine();
            for (Future<PostgresBinaries> one : here) {
                assertEquals(there, one.get().home().toString());
            }
        }
        assertWhole(provide());
    }

    @Test
    void what_a_killed_process_left_half_unpacked_is_removed() throws IOException {
        Path leftover = Files.createDirectories(directory.resolve(".unpacking-1/bin"));
        Files.writeString(leftover.resolve("postgres"), "half");
        provide(smallArchive());
        assertFalse(Files.exists(directory.resolve(".unpacking-1")));
    }

    @Test
    void binaries_that_others_may_write_are_not_run() throws IOException {
        PostgresArchive archive = smallArchive();
        Path home = provide(archive).home();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        EmbeddedPostgresException refusal = assertThrows(EmbeddedPostgresException.class, () -> provide(archive));
        assertEquals(Code.BINARIES_UNTRUSTED, refusal.code());
    }

    @Test
    void a_damaged_archive_is_named_and_leaves_nothing_that_looks_whole() throws IOException {
        Path archive = directory.resolve("postgres-damaged.txz");
        byte[] bytes = new TestArchive()
                .program("bin/initdb", "x".repeat(10_000))
                .end()
                .compressed();
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
        EmbeddedPostgresException refusal =
                assertThrows(EmbeddedPostgresException.class, () -> provide(PostgresArchive.at(archive)));
        assertAll(
                () -> assertEquals(Code.ARCHIVE_UNUSABLE, refusal.code()),
                () -> assertTrue(
                        refusal.getMessage().contains(archive.getFileName().toString())),
                () -> assertEquals(List.of(), FileTree.children(directory, "postgres-damaged-")));
    }

    @Test
    void a_missing_archive_is_named() {
        PostgresArchive archive = PostgresArchive.at(directory.resolve("none.txz"));
        EmbeddedPostgresException refusal = assertThrows(EmbeddedPostgresException.class, () -> provide(archive));
        assertEquals(Code.ARCHIVE_UNUSABLE, refusal.code());
    }

    @Test
    void a_folder_with_one_archive_stands_for_it() throws IOException {
        PostgresArchive archive = smallArchive();
        assertEquals(archive, PostgresArchive.at(directory));
    }

    @Test
    void a_folder_without_an_archive_is_refused() {
        EmbeddedPostgresException refusal =
                assertThrows(EmbeddedPostgresException.class, () -> PostgresArchive.at(directory));
        assertEquals(Code.ARCHIVE_UNUSABLE, refusal.code());
    }

    @Test
    void a_jar_stands_for_the_archive_in_it() {
        String resource = TestServers.archive().location().toString();
        Path jar = Path.of(URI.create(resource.substring("jar:".length(), resource.indexOf('!'))));
        assertEquals(ArchiveFingerprint.of(TestServers.archive()), ArchiveFingerprint.of(PostgresArchive.at(jar)));
    }

    private PostgresArchive smallArchive() throws IOException {
        return new TestArchive().program("bin/initdb", "small").end().at(directory.resolve("postgres-small.txz"));
    }

    private PostgresBinaries provide() throws IOException {
        return provide(TestServers.archive());
    }

    private PostgresBinaries provide(PostgresArchive archive) throws IOException {
        return new BinariesCache(directory, Account.ofThisProcess(directory)).provide(archive);
    }

    private static void assertWhole(PostgresBinaries binaries) throws IOException {
        try (Stream<Path> files = Files.walk(binaries.home())) {
            assertEquals(
                    1_036,
                    files.filter(path -> Files.isRegularFile(path) || Files.isSymbolicLink(path))
                            .count());
        }
    }
}
