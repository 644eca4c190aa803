package com.klinity.benchmarks.bare;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Helidon alone: one handler that gives the answer it was started with. */
public final class Bare {

    private static final int LONGEST_HEADERS = 16_384; // as the server's

    private Bare() {}

    /** Listens until it is stopped. The argument names a file with the HTTP message to repeat. */
    public static void main(String[] arguments) throws IOException {
        Handler handler = repeating(Message.parse(Files.readAllBytes(Path.of(arguments[0]))));
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(LONGEST_HEADERS)
                        .sendKeepAliveHeader(false) // nor does the server
                        .build())
                .routing(HttpRouting.builder().any(handler))
                .build()
                .start();
        IO.println("bare ready http://127.0.0.1:" + server.port());
    }

    private static Handler repeating(Message message) {
        List<Header> headers = message.headers().entrySet().stream()
                .map(field -> HeaderValues.create(HeaderNames.create(field.getKey()), field.getValue()))
                .toList();
        return (request, response) -> {
            headers.forEach(response::header);
            response.send(message.body());
        };
    }
}
