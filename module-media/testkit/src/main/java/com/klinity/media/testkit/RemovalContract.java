package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
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
    @Tag("AC-4")
    default void an_erased_account_puts_nothing_any_more() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        store().eraseAccount(key.account());
        assertBarred(key);
    }

    @Test
    @Tag("AC-4")
    default void an_account_that_is_erased_before_its_first_put_puts_nothing() {
        BlobKey key = SampleContent.newKey();
        store().eraseAccount(key.account());
        assertBarred(key);
    }

    @Test
    @Tag("AC-4")
    default void an_erased_account_puts_nothing_after_a_restart_either() {
        BlobKey key = SampleContent.newKey();
        put(key, new byte[10]);
        store().eraseAccount(key.account());
        reopen();
        assertBarred(key);
    }

    @Test
    default void an_erased_account_leaves_others_their_puts() {
        BlobKey others = SampleContent.newKey();
        store().eraseAccount(UUID.randomUUID());
        put(others, SampleContent.of(others));
        assertArrayEquals(SampleContent.of(others), read(others, 0));
    }

    @Test
    @Tag("RT-4")
    default void a_put_that_was_under_way_when_its_account_was_erased_fails_and_leaves_nothing() {
        BlobKey key = SampleContent.newKey();
        put(new BlobKey(key.account(), UUID.randomUUID()), new byte[10]);
        assertErasedWhilePutting(key);
    }

    @Test
    @Tag("RT-4")
    default void a_first_put_that_was_under_way_when_its_account_was_erased_fails_and_leaves_nothing() {
        assertErasedWhilePutting(SampleContent.newKey());
    }

    @Test
    @Tag("RT-4")
    default void a_put_at_the_moment_of_the_erasure_leaves_nothing() {
        for (int round = 0; round < 30; round++) {
            BlobKey key = SampleContent.newKey();
            Stream.<Runnable>of(() -> putOrFail(key), () -> store().eraseAccount(key.account()), () -> putOrFail(key))
                    .parallel()
                    .forEach(Runnable::run);
            assertEquals(Code.NOT_FOUND, failureOf(key));
            assertBarred(key);
        }
    }

    private void assertErasedWhilePutting(BlobKey key) {
        InputStream erasing = new FilterInputStream(new ByteArrayInputStream(new byte[LONG])) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                store().eraseAccount(key.account());
                return super.read(buffer, offset, length);
            }
        };
        BlobFailure failure = assertThrows(BlobFailure.class, () -> store().put(key, erasing));
        assertEquals(Code.ERASED, failure.code());
        assertEquals(Code.NOT_FOUND, failureOf(key));
        assertBarred(key);
    }

    private void assertBarred(BlobKey key) {
        assertEquals(
                Code.ERASED,
                assertThrows(BlobFailure.class, () -> put(key, new byte[10])).code());
        assertEquals(Code.NOT_FOUND, failureOf(key));
    }

    private void putOrFail(BlobKey key) {
        try {
            put(key, SampleContent.of(key));
        } catch (BlobFailure e) {
            assertEquals(Code.ERASED, e.code());
        }
    }
}
