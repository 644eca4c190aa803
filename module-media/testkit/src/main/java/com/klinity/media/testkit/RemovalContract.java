package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deleting and erasing remove what they should and nothing else. */
interface RemovalContract extends StoreUnderTest {

    @Test
    default void a_deleted_object_is_not_found() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        store().delete(key);
        assertEquals(Code.NOT_FOUND, failureOf(key));
    }

    @Test
    default void deleting_can_be_repeated() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        store().delete(key);
        assertDoesNotThrow(() -> store().delete(key));
    }

    @Test
    default void deleting_what_never_was_does_nothing() {
        assertDoesNotThrow(() -> store().delete(SampleContent.newKey()));
    }

    @Test
    default void deleting_leaves_the_accounts_other_objects() {
        BlobKey key = SampleContent.newKey();
        BlobKey other = new BlobKey(key.account(), UUID.randomUUID());
        put(key, new byte[10]);
        put(other, SampleContent.of(other));
        store().delete(key);
        assertArrayEquals(SampleContent.of(other), read(other, 0));
    }

    @Test
    default void an_erased_account_has_no_objects() {
        BlobKey key = SampleContent.newKey();
        BlobKey second = new BlobKey(key.account(), UUID.randomUUID());
        put(key, new byte[10]);
        put(second, new byte[10]);
        store().eraseAccount(key.account());
        assertEquals(List.of(Code.NOT_FOUND, Code.NOT_FOUND), List.of(failureOf(key), failureOf(second)));
    }

    @Test
    default void erasing_an_account_leaves_the_others() {
        BlobKey key = SampleContent.newKey();
        BlobKey others = SampleContent.newKey();
        put(key, new byte[10]);
        put(others, SampleContent.of(others));
        store().eraseAccount(key.account());
        assertArrayEquals(SampleContent.of(others), read(others, 0));
    }

    @Test
    default void erasing_can_be_repeated() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        store().eraseAccount(key.account());
        assertDoesNotThrow(() -> store().eraseAccount(key.account()));
    }

    @Test
    default void erasing_an_unknown_account_does_nothing() {
        assertDoesNotThrow(() -> store().eraseAccount(UUID.randomUUID()));
    }

    @Test
    default void a_put_that_was_under_way_when_its_account_was_erased_leaves_nothing() {
        BlobKey key = SampleContent.newKey();
        put(new BlobKey(key.account(), UUID.randomUUID()), new byte[10]);
        InputStream erasing = new FilterInputStream(new ByteArrayInputStream(new byte[LONG])) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                store().eraseAccount(key.account());
                return super.read(buffer, offset, length);
            }
        };
        try {
            store().put(key, erasing);
        } catch (IOException | BlobFailure e) {
            // Failing is one of the two ways that are allowed.
        }
        assertEquals(Code.NOT_FOUND, failureOf(key));
    }
}
