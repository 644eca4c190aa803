package com.klinity.media.filesystem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.media.testkit.SampleContent;
import com.klinity.platform.spi.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store's folder holds, and when the store refuses to open it. */
class FilesystemLayoutTest {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    @TempDir
    Path data;

    private BlobStore store;

    @BeforeEach
    void open() {
        store = new FilesystemProvider().open(new FolderOnly(data, false));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @Tag("EN-1")
    void nobody_but_the_servers_user_may_open_anything() throws IOException {
        put(SampleContent.newKey());
        for (Path path : everythingIn(data.resolve("media"))) {
            assertTrue(OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path)), path + " is open to others");
        }
    }

    @Test
    void an_object_lies_below_its_account() throws IOException {
        BlobKey key = SampleContent.newKey();
        put(key);
        assertTrue(Files.isRegularFile(data.resolve("media/objects/" + key.account() + "/" + key.id())));
    }

    @Test
    void puts_that_a_crash_interrupted_are_swept_at_the_next_start() throws IOException {
        Path leftover = data.resolve("media/incoming/3f.part");
        store.close();
        Files.write(leftover, new byte[10]);
        open();
        assertFalse(Files.exists(leftover));
    }

    @Test
    void a_failed_put_leaves_no_file() {
        IOException gone = new IOException("the caller is gone");
        InputStream broken = SampleContent.brokenAfter(new byte[200_000], gone);
        assertThrows(IOException.class, () -> store.put(SampleContent.newKey(), broken));
        assertEquals(0, data.resolve("media/incoming").toFile().list().length);
    }

    @Test
    void an_erased_account_leaves_no_file() throws IOException {
        BlobKey key = SampleContent.newKey();
        put(key);
        store.eraseAccount(key.account());
        assertEquals(
                List.of(),
                everythingIn(data).stream()
                        .filter(path -> path.toString().contains(key.account().toString()))
                        .toList());
    }

    @Test
    void a_second_server_on_the_same_folder_does_not_start() {
        StartFailure failure = assertThrows(StartFailure.class, this::open);
        assertTrue(failure.faults().getFirst().contains("another server uses this folder"));
    }

    @Test
    void a_lost_master_key_stops_the_start_and_is_not_replaced() throws IOException {
        Path master = data.resolve("media/keys/master.keyset");
        put(SampleContent.newKey());
        store.close();
        Files.delete(master);
        assertThrows(StartFailure.class, this::open);
        assertFalse(Files.exists(master));
    }

    @Test
    void a_broken_master_key_stops_the_start() throws IOException {
        store.close();
        Files.write(data.resolve("media/keys/master.keyset"), new byte[] {1, 2, 3});
        assertThrows(StartFailure.class, this::open);
    }

    @Test
    @Tag("AC-1")
    void an_accounts_key_in_the_place_of_anothers_does_not_open() throws IOException {
        BlobKey key = SampleContent.newKey();
        BlobKey others = SampleContent.newKey();
        put(key);
        put(others);
        store.close();
        Path keys = data.resolve("media/keys");
        Files.write(
                keys.resolve(key.account() + ".keyset"),
                Files.readAllBytes(keys.resolve(others.account() + ".keyset")));
        open();
        assertEquals(
                Code.CORRUPT,
                assertThrows(BlobFailure.class, () -> store.open(key, 0)).code());
    }

    @Test
    void keys_outlive_the_server() throws IOException {
        BlobKey key = SampleContent.newKey();
        put(key);
        store.close();
        open();
        try (InputStream in = store.open(key, 0)) {
            assertArrayEquals(SampleContent.of(key), in.readAllBytes());
        }
    }

    @Test
    @Tag("EN-1")
    void production_refuses_the_store(@TempDir Path other) {
        FolderOnly settings = new FolderOnly(other, true);
        try (BlobStore opened = new FilesystemProvider().open(settings)) {
            assertEquals(1, settings.faults().size(), () -> "no fault with " + opened);
        }
    }

    private void put(BlobKey key) throws IOException {
        store.put(key, new ByteArrayInputStream(SampleContent.of(key)));
    }

    private static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
