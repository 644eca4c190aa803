package com.klinity.audit.s3objectlock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What a store sends over the wire, for what a real one cannot be made to do. It has a bucket with Object Lock and takes
 * everything; each kind of call can be made to fail, or not to answer.
 */
final class FakeStore implements AutoCloseable {

    private static final String LOCK =
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>" + "</ObjectLockConfiguration>";

    private final BlockingQueue<Headers> puts = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile int failWith;
    private volatile String error = "";
    private volatile String failing = "";
    private volatile String versions = "";
    private volatile String versionsAfterPut = "";

    FakeStore() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    Map<String, String> settings() {
        return Map.of(
                "klinity.aws.region", "us-east-1",
                "klinity.aws.access-key-id", "AKIDEXAMPLE",
                "klinity.aws.secret-access-key", "not-a-key",
                "klinity.s3-object-lock.bucket", "witness",
                "klinity.s3-object-lock.endpoint",
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())
                                .toString());
    }

    /** From now on that kind of call ({@code lock}, {@code versions}, {@code put}, {@code get}) fails. */
    void failing(String kind, int status, String code) {
        failWith = status;
        error = code;
        failing = kind;
    }

    /** From now on that kind of call is never answered. */
    void silent(String kind) {
        failing(kind, 0, "");
    }

    /** What listings show from now on. */
    void lists(String listed) {
        versions = listed;
    }

    /** What listings show once something was put. */
    void listsAfterPut(String listed) {
        versionsAfterPut = listed;
    }

    /** The headers of the put that came first. */
    Headers put() {
        return puts.remove();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String kind = kind(exchange);
        exchange.getRequestBody().readAllBytes();
        if (kind.equals("put")) {
            puts.add(exchange.getRequestHeaders());
            versions = versionsAfterPut;
        }
        if (!kind.equals(failing)) {
            send(exchange, 200, body(kind));
        } else if (failWith > 0) {
            send(exchange, failWith, "<Error><Code>" + error + "</Code><Message>a secret</Message></Error>");
        }
    }

    private String body(String kind) {
        return switch (kind) {
            case "lock" -> LOCK;
            case "versions" -> "<ListVersionsResult>" + versions + "</ListVersionsResult>";
            default -> "";
        };
    }

    private static String kind(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (query.startsWith("object-lock")) {
            return "lock";
        }
        if (query.contains("versions")) {
            return "versions";
        }
        return exchange.getRequestMethod().equals("PUT") ? "put" : "get";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
