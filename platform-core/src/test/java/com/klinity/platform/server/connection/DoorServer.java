package com.klinity.platform.server.connection;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server behind a door, without anything else of the platform; remembers which requests came through. */
final class DoorServer implements AutoCloseable {

    private static final int DOWNLOAD = 64 << 20;

    private final List<String> served = new CopyOnWriteArrayList<>();
    private final Door door;
    private final WebServer server;

    private DoorServer(DoorLimits limits) {
        door = Door.open(limits);
        server = WebServer.builder()
                .shutdownHook(false)
                .host("127.0.0.1")
                .port(0)
                .shutdownGracePeriod(Duration.ofMillis(100))
                .update(door::guard)
                .routing(HttpRouting.builder().any(this::answer))
                .build()
                .start();
    }

    static DoorServer start() {
        return start(generous());
    }

    static DoorServer start(DoorLimits limits) {
        return new DoorServer(limits);
    }

    static DoorLimits generous() {
        Duration ample = Duration.ofMinutes(2);
        return new DoorLimits(1_000, ample, ample, ample, 1_024, ample);
    }

    private void answer(ServerRequest request, ServerResponse response) throws IOException {
        String path = request.prologue().uriPath().rawPath();
        served.add(request.prologue().method().text() + " " + path);
        switch (path) {
            case "/read" -> response.send(String.valueOf(length(request)));
            case "/known" -> {
                KnownCaller.note();
                response.send(String.valueOf(length(request)));
            }
            case "/refused" -> response.status(401).send("no");
            case "/stream" -> stream(response);
            case "/download" -> download(response);
            default -> response.send("hello");
        }
    }

    private static long length(ServerRequest request) throws IOException {
        if (!request.content().hasEntity()) {
            return 0;
        }
        InputStream body = request.content().inputStream();
        byte[] piece = new byte[8_192];
        long length = 0;
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            length += read;
        }
        return length;
    }

    private static void stream(ServerResponse response) throws IOException {
        try (OutputStream out = response.outputStream()) {
            for (int i = 0; i < 3; i++) {
                out.write(("part" + i + ";").getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        }
    }

    private static void download(ServerResponse response) {
        response.contentLength(DOWNLOAD);
        try (OutputStream out = response.outputStream()) {
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < DOWNLOAD / piece.length; i++) {
                out.write(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawCaller caller() {
        return RawCaller.to(server.port());
    }

    List<String> served() {
        return served;
    }

    Door door() {
        return door;
    }

    @Override
    public void close() {
        server.stop();
        door.close();
    }
}
