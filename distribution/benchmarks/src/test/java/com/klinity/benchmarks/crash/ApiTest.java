package com.klinity.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.klinity.benchmarks.crash.Outcome.Acknowledged;
import com.klinity.benchmarks.crash.Outcome.Unknown;
import com.klinity.benchmarks.crash.Outcome.Wrong;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked again, of a server that is not always there. */
class ApiTest {

    private static final Operation LISTING = new Operation.Listing(Kind.PATIENT);

    private final HttpServer server;
    private final Api api;
    private final AtomicInteger asked = new AtomicInteger();
    private List<Integer> statuses = List.of();

    ApiTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api = new Api(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    @Test
    void what_nobody_answered_is_asked_again_until_it_is_known() {
        statuses = List.of(503, 503, 200);
        assertInstanceOf(Acknowledged.class, api.sendUntilKnown(LISTING, "token"));
    }

    @Test
    void a_wrong_answer_is_taken_as_it_is() {
        statuses = List.of(503, 500, 200);
        assertEquals(new Wrong(500, ""), api.sendUntilKnown(LISTING, "token"));
    }

    @Test
    void under_load_nothing_is_asked_again() {
        statuses = List.of(503, 200);
        assertEquals(new Unknown(), api.send(LISTING, "token"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = "{\"items\":[]}".getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("X-Request-Id", new UUID(1, 1).toString());
        exchange.sendResponseHeaders(statuses.get(asked.getAndIncrement()), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
