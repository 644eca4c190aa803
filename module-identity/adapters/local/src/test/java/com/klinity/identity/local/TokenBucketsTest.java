package com.klinity.identity.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final TokenBuckets buckets = new TokenBuckets(2, Duration.ofSeconds(30));

    @BeforeEach
    void empty_the_bucket_of_ana() {
        buckets.take("ana", NOW);
        buckets.take("ana", NOW);
    }

    @Test
    void an_empty_bucket_gives_nothing() {
        assertEquals(
                429, assertThrows(Refusal.class, () -> buckets.take("ana", NOW)).status());
    }

    @Test
    void the_refusal_tells_how_long_to_wait() {
        Refusal refusal = assertThrows(Refusal.class, () -> buckets.take("ana", NOW.plusSeconds(10)));
        assertEquals("20", refusal.headers().get("Retry-After"));
    }

    @Test
    void after_that_wait_there_is_one_again() {
        assertDoesNotThrow(() -> buckets.take("ana", NOW.plusSeconds(30)));
    }

    @Test
    void a_bucket_never_holds_more_than_its_capacity() {
        Instant later = NOW.plusSeconds(3600);
        buckets.take("ana", later);
        buckets.take("ana", later);
        assertThrows(Refusal.class, () -> buckets.take("ana", later));
    }

    @Test
    void each_key_has_its_own_bucket() {
        assertDoesNotThrow(() -> buckets.take("eve", NOW));
    }

    @Test
    void a_clock_that_is_set_back_gives_nothing_away() {
        assertThrows(Refusal.class, () -> buckets.take("ana", NOW.minusSeconds(3600)));
    }

    @Test
    void more_keys_than_fit_are_refused_until_old_buckets_are_full_again() {
        for (int key = 0; key < 19_999; key++) {
            buckets.take("key" + key, NOW);
        }
        assertThrows(Refusal.class, () -> buckets.take("one more", NOW));
        assertDoesNotThrow(() -> buckets.take("one more", NOW.plusSeconds(60)));
    }
}
