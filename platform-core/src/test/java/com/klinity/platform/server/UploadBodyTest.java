package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.database.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A body on its way to a store: heard of while it arrives, and cut when its account may no longer act. */
class UploadBodyTest {

    private final OpenStreams streams = new OpenStreams();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void it_is_heard_of_while_it_arrives() throws IOException {
        Beat body = new Beat(new ByteArrayInputStream(new byte[3]), Duration.ZERO, () -> false, told::incrementAndGet);
        body.read();
        body.read(new byte[2]);
        assertEquals(2, told.get());
    }

    @Test
    void it_is_not_heard_of_more_often_than_that() throws IOException {
        new Beat(new ByteArrayInputStream(new byte[3]), Duration.ofHours(1), () -> false, told::incrementAndGet)
                .readAllBytes();
        assertEquals(0, told.get());
    }

    @Test
    void what_is_urgent_is_told_before_the_next_bytes_are_handed_on() {
        Beat body = new Beat(new ByteArrayInputStream(new byte[3]), Duration.ofHours(1), () -> true, () -> {
            throw new IllegalStateException();
        });
        assertThrows(IllegalStateException.class, body::read);
    }

    @Test
    @Tag("AC-7")
    void nothing_more_is_read_once_it_is_cut() throws IOException {
        try (CutInput body = body()) {
            streams.all().forEach(OpenStream::cut);
            assertThrows(IOException.class, body::read);
            assertTrue(body.isCut());
        }
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void what_is_done_after_its_end_is_not_interrupted() throws IOException {
        try (CutInput body = body()) {
            body.readAllBytes();
            assertTrue(streams.all().isEmpty());
        }
    }

    @Test
    void it_goes_on_while_nobody_can_say_what_its_account_may_do() throws IOException {
        try (CutInput body = body()) {
            assertEquals(OpenStream.Flow.BODY, streams.all().getFirst().flow());
            assertEquals(3, body.readAllBytes().length);
        }
    }

    private CutInput body() throws IOException {
        return streams.reading(Identity.ofWork(UUID.randomUUID()), new ByteArrayInputStream(new byte[3]));
    }
}
