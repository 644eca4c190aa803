package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reading gives back what was put, from any offset, and nothing else. */
interface ReadingContract extends StoreUnderTest {

    @TestFactory
    default Stream<DynamicTest> gives_back_what_was_put() {
        return lengths()
                .mapToObj(length -> dynamicTest(length + " bytes", () -> {
                    BlobKey key = SampleContent.newKey();
                    byte[] content = SampleContent.bytes(length, length);
                    put(key, content);
                    assertArrayEquals(content, read(key, 0));
                }));
    }

    @TestFactory
    default Stream<DynamicTest> reads_from_any_offset() {
        BlobKey key = SampleContent.newKey();
        byte[] content = SampleContent.bytes(1, LONG);
        put(key, content);
        return offsets()
                .mapToObj(offset -> dynamicTest("from " + offset, () -> {
                    byte[] tail = Arrays.copyOfRange(content, (int) Math.min(offset, LONG), LONG);
                    assertArrayEquals(tail, read(key, offset));
                }));
    }

    @TestFactory
    default Stream<DynamicTest> an_offset_past_the_end_of_a_short_object_reads_nothing() {
        return IntStream.of(0, 1, 100)
                .mapToObj(length -> dynamicTest(length + " bytes", () -> {
                    BlobKey key = SampleContent.newKey();
                    put(key, new byte[length]);
                    assertEquals(0, read(key, length + 5L).length);
                }));
    }

    @Test
    default void a_reader_may_stop_in_the_middle() throws IOException {
        BlobKey key = SampleContent.newKey();
        byte[] content = SampleContent.bytes(3, LONG);
        put(key, content);
        try (InputStream in = store().open(key, 10)) {
            assertArrayEquals(Arrays.copyOfRange(content, 10, 1010), in.readNBytes(1000));
        }
        assertArrayEquals(content, read(key, 0));
    }

    @Test
    default void a_negative_offset_is_refused() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        assertThrows(IllegalArgumentException.class, () -> store().open(key, -1));
    }

    @Test
    default void an_unknown_key_is_not_found() {
        assertEquals(Code.NOT_FOUND, failureOf(SampleContent.newKey()));
    }

    @Test
    default void an_unknown_key_of_a_known_account_is_not_found() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        assertEquals(Code.NOT_FOUND, failureOf(new BlobKey(key.account(), UUID.randomUUID())));
    }

    @Test
    default void another_accounts_object_is_not_found() {
        BlobKey key = SampleContent.newKey();
        BlobKey others = SampleContent.newKey();
        put(key, new byte[10]);
        put(others, new byte[10]);
        assertEquals(Code.NOT_FOUND, failureOf(new BlobKey(others.account(), key.id())));
    }

    private IntStream lengths() {
        IntStream around = portions().stream()
                .mapToInt(Integer::intValue)
                .flatMap(portion -> IntStream.of(portion - 1, portion, portion + 1, 2 * portion));
        return IntStream.concat(IntStream.of(0, 1, 2, LONG), around).distinct();
    }

    private LongStream offsets() {
        LongStream around = portions().stream()
                .mapToLong(Integer::longValue)
                .flatMap(portion -> LongStream.of(portion - 1, portion, portion + 1));
        return LongStream.concat(LongStream.of(0, 1, LONG - 1, LONG, LONG + 1), around)
                .distinct();
    }
}
