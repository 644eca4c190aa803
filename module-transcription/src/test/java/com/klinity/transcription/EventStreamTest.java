package com.klinity.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** When a stream asks the database, and when it does not. */
class EventStreamTest {

    private static final UUID ID = UUID.randomUUID();

    private final Running running = new Running();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<RunTable.State> row = new AtomicReference<>(new RunTable.State(Status.PROCESSING, 0));
    private final Told told = new Told(3);
    private final EventStream stream = new EventStream(ID, running, new Plain(), told);

    @Test
    void progress_on_this_server_is_told_without_a_question_to_the_database() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Running.Run run = running.begin(ID)) {
            Future<?> following = threads.submit(this::follow);
            told.await(1);
            run.reached(0.5);
            told.await(2);
            assertEquals(1, looks.get());
            row.set(new RunTable.State(Status.COMPLETED, 1));
            stream.changed();
            following.get(30, TimeUnit.SECONDS);
        }
        assertEquals(2, looks.get());
        assertEquals(List.of("PROCESSING 0.0", "PROCESSING 0.5", "COMPLETED 1.0"), told.events());
    }

    @Test
    void the_end_is_told_when_the_row_is_gone() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> following = threads.submit(this::follow);
            told.await(1);
            row.set(new RunTable.State(Status.QUEUED, -1));
            stream.changed();
            following.get(30, TimeUnit.SECONDS);
        }
        assertEquals(1, told.events().size());
    }

    private Void follow() throws Exception {
        try (var _ = running.follow(ID, stream::advanced)) {
            stream.follow(this::look);
        }
        return null;
    }

    private Optional<RunTable.State> look() {
        looks.incrementAndGet();
        return Optional.of(row.get()).filter(state -> state.progress() >= 0);
    }

    /** What was written, and a way to wait for it. */
    private static final class Told extends ByteArrayOutputStream {

        private final List<CountDownLatch> latches;
        private int events;

        Told(int most) {
            latches = java.util.stream.IntStream.range(0, most)
                    .mapToObj(i -> new CountDownLatch(1))
                    .toList();
        }

        @Override
        public synchronized void flush() {
            latches.get(events++).countDown();
        }

        void await(int count) throws InterruptedException {
            latches.get(count - 1).await(30, TimeUnit.SECONDS);
        }

        List<String> events() {
            return toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> line.substring("data: ".length()))
                    .toList();
        }
    }

    /** Words instead of JSON. */
    private static final class Plain implements Json {

        @Override
        public JsonText write(Object value) {
            EventStream.Event event = (EventStream.Event) value;
            return new JsonText(event.status().name() + " " + event.progress());
        }

        @Override
        public <T> T read(JsonText json, Class<T> type) {
            throw new UnsupportedOperationException("a stream reads no JSON");
        }
    }
}
