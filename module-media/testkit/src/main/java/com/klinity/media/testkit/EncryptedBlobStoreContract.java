package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a store keeps to that encrypts by itself, even against somebody who holds its disk. */
public abstract class EncryptedBlobStoreContract extends BlobStoreContract {

    private static final Set<Code> UNREADABLE = Set.of(Code.NOT_FOUND, Code.CORRUPT);

    /** For subclasses. */
    protected EncryptedBlobStoreContract() {}

    /** The disk below the store. */
    protected abstract StoredBytes disk();

    @Test
    @Tag("EN-1")
    void plaintext_does_not_lie_on_the_disk() {
        BlobKey key = SampleContent.newKey();
        String phrase = "the patient sleeps badly. ";
        put(key, phrase.repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        String atRest = new String(disk().read(key), StandardCharsets.ISO_8859_1);
        assertFalse(atRest.contains(phrase.trim()));
    }

    @Test
    void the_same_content_looks_different_each_time() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[1000]);
        byte[] first = disk().read(key);
        put(key, new byte[1000]);
        assertFalse(Arrays.equals(first, disk().read(key)));
    }

    @TestFactory
    Stream<DynamicTest> a_changed_byte_is_found_before_wrong_content_is_given_out() {
        return DoubleStream.of(0, 0.0001, 0.3, 0.5, 0.99, 1)
                .mapToObj(place -> dynamicTest("at " + place, () -> {
                    BlobKey key = SampleContent.newKey();
                    byte[] content = SampleContent.bytes(1, LONG);
                    put(key, content);
                    byte[] atRest = disk().read(key);
                    atRest[(int) (place * (atRest.length - 1))] ^= 1;
                    disk().write(key, atRest);
                    assertCorruptAfterTrueBytes(key, content);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_shortened_object_is_found() {
        return DoubleStream.of(0, 0.0001, 0.3, 0.5, 0.99)
                .mapToObj(share -> dynamicTest("to " + share, () -> {
                    BlobKey key = SampleContent.newKey();
                    byte[] content = SampleContent.bytes(1, LONG);
                    put(key, content);
                    byte[] atRest = disk().read(key);
                    disk().write(key, Arrays.copyOf(atRest, (int) (share * atRest.length)));
                    assertCorruptAfterTrueBytes(key, content);
                }));
    }

    @Test
    void an_object_that_was_shortened_before_the_offset_is_found() {
        BlobKey key = SampleContent.newKey();
        put(key, SampleContent.bytes(1, LONG));
        disk().write(key, Arrays.copyOf(disk().read(key), 1 << 18));
        assertEquals(Code.CORRUPT, failureAt(key, 1 << 20));
    }

    @Test
    void a_lengthened_object_is_found() {
        BlobKey key = SampleContent.newKey();
        put(key, SampleContent.bytes(1, 1000));
        byte[] atRest = disk().read(key);
        disk().write(key, Arrays.copyOf(atRest, atRest.length + 1));
        assertEquals(Code.CORRUPT, failureOf(key));
    }

    @Test
    void a_changed_empty_object_is_found() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[0]);
        byte[] atRest = disk().read(key);
        atRest[atRest.length - 1] ^= 1;
        disk().write(key, atRest);
        assertEquals(Code.CORRUPT, failureOf(key));
    }

    @Test
    void an_object_in_the_place_of_another_is_found() {
        BlobKey key = SampleContent.newKey();
        BlobKey other = new BlobKey(key.account(), UUID.randomUUID());
        put(key, SampleContent.bytes(1, 1000));
        put(other, SampleContent.bytes(2, 1000));
        disk().write(key, disk().read(other));
        assertEquals(Code.CORRUPT, failureOf(key));
    }

    @Test
    @Tag("AC-1")
    void an_object_that_is_moved_to_another_account_cannot_be_read_there() {
        BlobKey key = SampleContent.newKey();
        BlobKey others = new BlobKey(UUID.randomUUID(), key.id());
        put(key, SampleContent.bytes(1, 1000));
        put(new BlobKey(others.account(), UUID.randomUUID()), new byte[10]);
        disk().write(others, disk().read(key));
        assertEquals(Code.CORRUPT, failureOf(others));
    }

    @Test
    @Tag("RT-4")
    void a_copy_of_an_erased_accounts_object_cannot_be_read() {
        BlobKey key = SampleContent.newKey();
        put(key, SampleContent.bytes(1, 1000));
        byte[] copy = disk().read(key);
        store().eraseAccount(key.account());
        disk().write(key, copy);
        assertTrue(UNREADABLE.contains(failureOf(key)));
    }

    private Code failureAt(BlobKey key, long offset) {
        try {
            read(key, offset);
        } catch (BlobFailure e) {
            return e.code();
        }
        throw new AssertionError("the object could be read");
    }

    private void assertCorruptAfterTrueBytes(BlobKey key, byte[] content) throws IOException {
        ByteArrayOutputStream given = new ByteArrayOutputStream();
        try (InputStream in = store().open(key, 0)) {
            in.transferTo(given);
        } catch (BlobFailure e) {
            assertEquals(Code.CORRUPT, e.code());
            assertArrayEquals(Arrays.copyOf(content, given.size()), given.toByteArray());
            return;
        }
        throw new AssertionError("the object could be read");
    }
}
