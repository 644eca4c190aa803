package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A server that is told to stop")
@Tag("AV-1")
class StoppingTest {

    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final TestServer server = TestServer.of(
                    new NotesModule(),
                    new LiveModule(Map.of("export", (out, reads) -> {
                        out.write('x');
                        out.flush();
                        writing.countDown();
                        await(goOn);
                        out.write('y');
                    })),
                    new EventsModule(writing, ended))
            .setting("klinity.server.shutdown.delay", "PT3S")
            .setting("klinity.server.shutdown.grace", "PT30S")
            .start();
    private final URI address = server.address();
    private final String token = server.practitioner().token();

    @AfterEach
    void release() {
        goOn.countDown();
        server.close();
    }

    @Test
    void says_so_first_and_serves_on_with_answers_that_end_their_connection() throws Exception {
        try (KeptConnection kept = KeptConnection.to(address)) {
            assertEquals(404, kept.get("/v1/nowhere", token).status());
            Thread stop = stop();
            server.await(() -> server.management().get("/health/ready").status() == 503);
            assertEquals(
                    "{\"status\":\"DOWN\",\"because\":[\"stopping\"]}",
                    server.management().get("/health/ready").text());
            KeptConnection.Head head = kept.get("/v1/nowhere", token);
            assertEquals(404, head.status());
            assertEquals("close", head.header("Connection"));
            join(stop);
        }
    }

    @Test
    void lets_what_is_under_way_end_after_it_takes_no_more_connections() throws Exception {
        try (KeptConnection export = KeptConnection.to(address)) {
            export.request("GET", "/v1/live/export", "Authorization: Bearer " + token);
            assertEquals(200, export.head().status());
            await(writing);
            Thread stop = stop();
            server.await(this::isClosed);
            goOn.countDown();
            String rest = new String(export.rest().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            assertEquals("xy", rest.replaceAll("[^xy]", ""));
            join(stop);
        }
    }

    @Test
    void ends_the_streams_of_events_at_the_beginning_of_the_grace() throws Exception {
        try (KeptConnection events = KeptConnection.to(address)) {
            events.request("GET", "/v1/events-of-test", "Authorization: Bearer " + token);
            assertEquals(200, events.head().status());
            await(writing);
            Thread stop = stop();
            await(ended);
            join(stop);
        }
    }

    @Test
    void takes_no_connection_once_it_has_stopped() throws Exception {
        join(stop());
        assertThrows(ConnectException.class, () -> KeptConnection.to(address).close());
    }

    private boolean isClosed() {
        try (KeptConnection _ = KeptConnection.to(address)) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private Thread stop() {
        return Thread.ofPlatform().start(server::close);
    }

    private static void join(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        assertEquals(Thread.State.TERMINATED, thread.getState());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("did not come true within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
