package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.webserver.CloseConnectionException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AV-1")
class AnswerPaceTest {

    private static final byte[] LONG = new byte[1_000_000];

    /** Takes each piece in time, and all of them too slowly. */
    private static final OutputStream SLOW = new OutputStream() {
        @Override
        public void write(int value) {
            throw new AssertionError("pieces come");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            LockSupport.parkNanos(5_000_000);
        }
    };

    @Test
    void gives_up_who_takes_the_whole_too_slowly() {
        AnswerPace pace = new AnswerPace(Duration.ZERO, 1_000_000_000);
        assertThrows(CloseConnectionException.class, () -> pace.write(SLOW, LONG));
    }

    @Test
    void sends_all_of_it_to_who_keeps_pace() throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        new AnswerPace(Duration.ofMinutes(2), 1_024).write(taken, LONG);
        assertEquals(LONG.length, taken.size());
    }
}
