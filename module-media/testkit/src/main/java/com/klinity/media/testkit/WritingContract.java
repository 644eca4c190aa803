package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobReceipt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Putting is all or nothing, also against other puts. */
interface WritingContract extends StoreUnderTest {

    @TestFactory
    default Stream<DynamicTest> the_receipt_tells_the_length() {
        return IntStream.of(0, 1, LONG)
                .mapToObj(length -> dynamicTest(length + " bytes", () -> {
                    BlobReceipt receipt = put(SampleContent.newKey(), new byte[length]);
                    assertEquals(length, receipt.bytes());
                }));
    }

    @Test
    default void takes_content_that_comes_in_small_pieces() throws IOException {
        BlobKey key = SampleContent.newKey();
        byte[] content = SampleContent.bytes(2, 200_000);
        store().put(key, SampleContent.trickle(content));
        assertArrayEquals(content, read(key, 0));
    }

    @Test
    default void the_content_stays_open() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        store().put(SampleContent.newKey(), new ByteArrayInputStream(new byte[10]) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        assertFalse(closed.get());
    }

    @Test
    default void a_second_put_takes_the_place_of_the_first() {
        BlobKey key = SampleContent.newKey();
        put(key, SampleContent.bytes(1, LONG));
        byte[] second = SampleContent.bytes(2, 1000);
        put(key, second);
        assertArrayEquals(second, read(key, 0));
    }

    @Test
    default void a_reader_never_mixes_an_object_with_its_successor() throws IOException {
        BlobKey key = SampleContent.newKey();
        byte[] first = SampleContent.bytes(1, LONG);
        put(key, first);
        try (InputStream in = store().open(key, 0)) {
            byte[] beginning = in.readNBytes(10);
            put(key, SampleContent.bytes(2, LONG));
            assertArrayEquals(first, restOrFirst(first, beginning, in));
        }
    }

    @Test
    default void an_interrupted_put_leaves_nothing() {
        BlobKey key = SampleContent.newKey();
        assertThrows(IOException.class, () -> store().put(key, broken(LONG)));
        assertEquals(Code.NOT_FOUND, failureOf(key));
    }

    @Test
    default void an_interrupted_put_leaves_the_object_that_was_there() {
        BlobKey key = SampleContent.newKey();
        byte[] first = SampleContent.bytes(1, 1000);
        put(key, first);
        assertThrows(IOException.class, () -> store().put(key, broken(LONG)));
        assertArrayEquals(first, read(key, 0));
    }

    @Test
    default void what_the_content_throws_comes_through_unchanged() {
        IOException gone = new IOException("the caller is gone");
        IOException thrown = assertThrows(
                IOException.class,
                () -> store().put(SampleContent.newKey(), SampleContent.brokenAfter(new byte[10], gone)));
        assertSame(gone, thrown);
    }

    @Test
    default void objects_outlive_the_store_and_interrupted_puts_do_not() {
        BlobKey key = SampleContent.newKey();
        BlobKey interrupted = SampleContent.newKey();
        byte[] content = SampleContent.bytes(1, LONG);
        put(key, content);
        assertThrows(IOException.class, () -> store().put(interrupted, broken(LONG)));
        reopen();
        assertArrayEquals(content, read(key, 0));
        assertEquals(Code.NOT_FOUND, failureOf(interrupted));
    }

    @Test
    default void puts_at_the_same_time_do_not_meet() {
        UUID account = UUID.randomUUID();
        List<BlobKey> keys = Stream.generate(() -> new BlobKey(account, UUID.randomUUID()))
                .limit(16)
                .toList();
        keys.parallelStream().forEach(key -> put(key, SampleContent.of(key)));
        keys.forEach(key -> assertArrayEquals(SampleContent.of(key), read(key, 0)));
    }

    @Test
    default void of_puts_under_one_key_one_wins_as_a_whole() {
        BlobKey key = SampleContent.newKey();
        List<byte[]> contents = LongStream.range(0, 8)
                .mapToObj(seed -> SampleContent.bytes(seed, 300_000))
                .toList();
        contents.parallelStream().forEach(content -> put(key, content));
        byte[] winner = read(key, 0);
        assertTrue(contents.stream().anyMatch(content -> Arrays.equals(content, winner)));
    }

    private static InputStream broken(int after) {
        return SampleContent.brokenAfter(new byte[after], new IOException("the caller is gone"));
    }

    private static byte[] restOrFirst(byte[] first, byte[] beginning, InputStream in) throws IOException {
        try {
            byte[] rest = in.readAllBytes();
            byte[] all = Arrays.copyOf(beginning, beginning.length + rest.length);
            System.arraycopy(rest, 0, all, beginning.length, rest.length);
            return all;
        } catch (BlobFailure e) {
            return first;
        }
    }
}
