package com.klinity.media.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.media.testkit.SampleContent;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens while an object is on its way. */
class FilesystemStreamingTest {

    private static final String PHRASE = "the patient sleeps badly. ";
    private static final long LONG = 300L << 20;

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
    void plaintext_never_touches_the_disk_not_even_half_way() throws IOException {
        byte[] content = PHRASE.repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        AtomicLong looked = new AtomicLong();
        InputStream watching = new FilterInputStream(new ByteArrayInputStream(content)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                looked.addAndGet(sizeWithoutPlaintext());
                return super.read(buffer, offset, length);
            }
        };
        store.put(SampleContent.newKey(), watching);
        sizeWithoutPlaintext();
        assertTrue(looked.get() > content.length, "nothing was on the disk yet whenever it was looked at");
    }

    @Test
    void memory_does_not_grow_with_the_object() throws IOException {
        BlobKey key = SampleContent.newKey();
        warmUp();
        long before = allocated();
        store.put(key, new ZerosInput(LONG));
        long read = drain(key);
        long used = allocated() - before;
        assertEquals(LONG, read);
        assertTrue(used < LONG / 4, used + " bytes were allocated");
    }

    private void warmUp() throws IOException {
        BlobKey key = SampleContent.newKey();
        store.put(key, new ZerosInput(1 << 20));
        drain(key);
    }

    private long drain(BlobKey key) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = store.open(key, 0)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    private long sizeWithoutPlaintext() throws IOException {
        long size = 0;
        try (Stream<Path> paths = Files.walk(data)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String atRest = Files.readString(path, StandardCharsets.ISO_8859_1);
                assertFalse(atRest.contains(PHRASE.trim()), path + " holds plaintext");
                size += atRest.length();
            }
        }
        return size;
    }

    /** That many zeros, made as they are read. */
    private static final class ZerosInput extends InputStream {

        private long left;

        ZerosInput(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            left -= read;
            return read;
        }
    }
}
