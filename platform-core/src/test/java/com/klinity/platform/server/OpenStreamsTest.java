package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.database.Identity;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.StreamWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thread serves one request after the other: what cuts one answer must not reach the next. */
@Tag("AC-6")
class OpenStreamsTest {

    private final OpenStreams streams = new OpenStreams();
    private final Identity identity = new Identity(UUID.randomUUID(), Instant.EPOCH);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @AfterEach
    void nothing_is_left_behind() {
        assertFalse(Thread.interrupted(), "an interrupt was left to the next test");
    }

    @Test
    void an_interrupt_that_nobody_heard_does_not_outlive_the_stream() {
        assertThrows(IOException.class, () -> serve(out -> cutAll()));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void a_stream_that_has_ended_cannot_be_cut() throws IOException {
        OpenStream[] kept = new OpenStream[1];
        serve(out -> kept[0] = streams.all().getFirst());
        kept[0].cut();
        assertFalse(Thread.currentThread().isInterrupted());
        assertFalse(kept[0].isCut());
    }

    @Test
    void an_interrupt_of_somebody_else_stays() throws IOException {
        serve(out -> Thread.currentThread().interrupt());
        assertTrue(Thread.interrupted());
    }

    @Test
    void a_stream_is_forgotten_when_it_ends() throws IOException {
        serve(out -> assertEquals(1, streams.all().size()));
        assertEquals(0, streams.all().size());
    }

    @Test
    void a_stream_is_forgotten_when_its_writer_fails() {
        assertThrows(
                IllegalStateException.class,
                () -> serve(out -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals(0, streams.all().size());
    }

    @Test
    void what_a_writer_throws_after_the_cut_counts_as_cut() {
        assertThrows(
                IOException.class,
                () -> serve(out -> {
                    cutAll();
                    throw new IllegalStateException("interrupted somewhere");
                }));
    }

    @Test
    void no_byte_passes_after_the_cut() {
        assertThrows(
                IOException.class,
                () -> serve(out -> {
                    out.write(1);
                    cutAll();
                    out.write(new byte[2]);
                }));
        assertEquals(1, sent.size());
    }

    @Test
    void without_a_watch_nothing_is_streamed() {
        streams.close();
        assertThrows(IOException.class, () -> serve(out -> out.write(1)));
        assertEquals(0, sent.size());
    }

    private void cutAll() {
        streams.all().forEach(OpenStream::cut);
    }

    private void serve(StreamWriter writer) throws IOException {
        Reply watched = streams.watched(Reply.stream("audio/wav", 3, writer), identity);
        assertInstanceOf(Reply.Stream.class, watched.body()).writer().writeTo(sent);
    }
}
