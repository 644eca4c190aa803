package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.transcription.spi.Utterance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IdleRecognizersTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Fake one = new Fake();
    private final Fake another = new Fake();

    @Test
    void the_last_used_is_taken_first() {
        IdleRecognizers idle = new IdleRecognizers(LONG);
        idle.put(one);
        idle.put(another);

        assertEquals(Optional.of(another), idle.take());
        assertEquals(Optional.of(one), idle.take());
        assertEquals(Optional.empty(), idle.take());
    }

    @Test
    void one_that_waits_too_long_is_closed() throws InterruptedException {
        new IdleRecognizers(Duration.ofMillis(1)).put(one);

        assertTrue(one.closed.await(1, TimeUnit.MINUTES));
    }

    @Test
    void one_that_died_while_it_waited_is_passed_over() {
        IdleRecognizers idle = new IdleRecognizers(LONG);
        idle.put(one);
        idle.put(another);
        another.close();

        assertEquals(Optional.of(one), idle.take());
    }

    @Test
    void closing_closes_all_that_wait() {
        IdleRecognizers idle = new IdleRecognizers(LONG);
        idle.put(one);
        idle.close();

        assertFalse(one.alive());
    }

    @Test
    void one_that_comes_back_after_closing_is_closed() {
        IdleRecognizers idle = new IdleRecognizers(LONG);
        idle.close();
        idle.put(one);

        assertFalse(one.alive());
    }

    private static final class Fake implements Recognizer {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public Optional<Utterance> decode(Segment segment) {
            return Optional.empty();
        }

        @Override
        public boolean alive() {
            return closed.getCount() > 0;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
