package com.klinity.media.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.media.testkit.SampleContent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk shows of an erased account, and what room recordings leave on it. */
class FilesystemErasureTest {

    private static final String KEEP_FREE = "klinity.filesystem.keep-free";

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
    @Tag("RT-4")
    void what_was_sent_before_the_erasure_is_gone_before_another_byte_arrives() {
        BlobKey key = SampleContent.newKey();
        List<Path> seen = new ArrayList<>();
        InputStream content = erasingAfterHalf(key, () -> seen.addAll(filesBut("master.keyset", "lock")));
        assertEquals(
                Code.ERASED,
                assertThrows(BlobFailure.class, () -> store.put(key, content)).code());
        assertEquals(1, seen.size(), seen::toString);
        assertTrue(seen.getFirst().startsWith(data.resolve("media/erased")), seen::toString);
    }

    @Test
    @Tag("RT-4")
    void a_tombstone_does_not_show_whose_it_is() throws IOException {
        BlobKey key = SampleContent.newKey();
        put(key);
        store.eraseAccount(key.account());
        Path tombstone = filesBut("master.keyset", "lock").getFirst();
        assertFalse(tombstone.toString().contains(key.account().toString()));
        assertEquals(0, Files.size(tombstone));
    }

    @Test
    @Tag("RT-4")
    void a_key_that_a_backup_brings_back_opens_nothing() throws IOException {
        BlobKey key = SampleContent.newKey();
        put(key);
        Path keyset = data.resolve("media/keys/" + key.account() + ".keyset");
        Path object = data.resolve("media/objects/" + key.account() + "/" + key.id());
        byte[] oldKey = Files.readAllBytes(keyset);
        byte[] oldObject = Files.readAllBytes(object);
        store.eraseAccount(key.account());
        Files.write(keyset, oldKey);
        Files.createDirectories(object.getParent());
        Files.write(object, oldObject);
        assertEquals(
                Code.NOT_FOUND,
                assertThrows(BlobFailure.class, () -> store.open(key, 0)).code());
    }

    @Test
    void a_disk_that_is_nearly_full_takes_nothing_and_keeps_nothing() {
        store.close();
        store = new FilesystemProvider()
                .open(new FolderOnly(data, false, Map.of(KEEP_FREE, "900000000000000000"), new ArrayList<>()));
        BlobFailure failure = assertThrows(BlobFailure.class, () -> put(SampleContent.newKey()));
        assertEquals(Code.NO_SPACE, failure.code());
        assertEquals(List.of(), filesBut("master.keyset", "lock"));
    }

    @Test
    void a_floor_that_is_no_number_is_a_fault_of_the_settings() {
        FolderOnly settings = new FolderOnly(data, false, Map.of(KEEP_FREE, "1 GB"), new ArrayList<>());
        store.close();
        store = new FilesystemProvider().open(settings);
        assertEquals(List.of(KEEP_FREE + " must be a whole number of bytes from 0"), settings.faults());
    }

    private void put(BlobKey key) {
        try {
            store.put(key, new ByteArrayInputStream(new byte[1000]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content whose account is erased when half of it was written; then looks at what is there. */
    private InputStream erasingAfterHalf(BlobKey key, Runnable look) {
        return new FilterInputStream(new ByteArrayInputStream(new byte[1 << 20])) {
            private int left = 1 << 19;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (left > 0 && left <= read) {
                    store.eraseAccount(key.account());
                    look.run();
                }
                left -= read;
                return read;
            }
        };
    }

    private List<Path> filesBut(String... names) {
        try (Stream<Path> paths = Files.walk(data)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !List.of(names).contains(path.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
