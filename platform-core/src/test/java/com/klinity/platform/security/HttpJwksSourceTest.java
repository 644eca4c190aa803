package com.klinity.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.security.RawHttpServer.Answer;
import com.klinity.platform.spi.JwksUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AU-2")
@DisplayName("Over HTTP, a JWK Set")
class HttpJwksSourceTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofSeconds(20);

    private static void assertUnavailable(Answer answer) throws IOException {
        assertUnavailable(answer, "");
    }

    private static void assertUnavailable(Answer answer, String reason) throws IOException {
        try (RawHttpServer server = RawHttpServer.answering(answer)) {
            assertReason(reason, new HttpJwksSource(server.uri(), LIMIT));
        }
    }

    private static void assertReason(String reason, HttpJwksSource source) {
        String told =
                String.valueOf(assertTimeoutPreemptively(SOON, () -> assertThrows(JwksUnavailable.class, source::fetch))
                        .getMessage());
        assertTrue(told.contains(reason), told);
    }

    @Test
    void is_read() throws IOException {
        String document = Json.jwks(SigningKey.ISSUER);
        try (RawHttpServer server = RawHttpServer.answering(RawHttpServer.response("200 OK", document))) {
            assertEquals(document, new HttpJwksSource(server.uri()).fetch());
        }
    }

    @Test
    void of_256_KiB_is_read() throws IOException {
        String document = " ".repeat(256 * 1024);
        try (RawHttpServer server = RawHttpServer.answering(RawHttpServer.response("200 OK", document))) {
            assertEquals(document, new HttpJwksSource(server.uri()).fetch());
        }
    }

    @Test
    void of_more_is_refused() throws IOException {
        assertUnavailable(RawHttpServer.response("200 OK", " ".repeat(256 * 1024 + 1)), "longer than 256 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "500 Broken", "503 Busy", "204 No Content", "401 Who", "206 Part"})
    void is_not_taken_from_an_answer_with_another_status(String status) throws IOException {
        assertUnavailable(RawHttpServer.response(status, Json.jwks(SigningKey.ISSUER)));
    }

    @Test
    void is_not_looked_for_where_the_endpoint_points() throws IOException {
        Answer document = RawHttpServer.response("200 OK", Json.jwks(SigningKey.ATTACKER));
        try (RawHttpServer elsewhere = RawHttpServer.answering(document)) {
            assertUnavailable(RawHttpServer.response("302 Found\r\nLocation: " + elsewhere.uri(), ""));
            assertEquals(0, elsewhere.requests());
        }
    }

    @Test
    void that_drips_for_ever_is_given_up() throws IOException {
        assertUnavailable(RawHttpServer.drip(), "in time");
    }

    @Test
    void of_an_endpoint_that_says_something_else_than_HTTP_is_refused() throws IOException {
        assertUnavailable(out -> out.write(new byte[] {1, 2, 3, '\r', '\n'}));
    }

    @Test
    void of_an_endpoint_that_hangs_up_is_refused() throws IOException {
        assertUnavailable(out -> {});
    }

    @Test
    void of_an_endpoint_that_is_down_is_refused() throws IOException {
        RawHttpServer server = RawHttpServer.answering(out -> {});
        server.close();
        assertReason("does not accept connections", new HttpJwksSource(server.uri()));
    }

    @Test
    void of_an_endpoint_whose_name_is_unknown_is_refused() {
        assertReason("name is not resolved", new HttpJwksSource(URI.create("https://issuer.invalid/jwks.json")));
    }

    @Test
    void of_an_endpoint_that_speaks_no_TLS_is_refused() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> greet(server));
            assertReason(
                    "TLS with the endpoint failed",
                    new HttpJwksSource(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/jwks.json")));
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket caller = server.accept()) {
            // an answer that is faster than the hello leaves the JDK's client waiting, once in some hundred times
            caller.getInputStream().read();
            caller.getOutputStream().write("220 mail ready\r\n".getBytes(US_ASCII));
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://issuer.example/jwks.json",
                "http://127.0.0.1.example/jwks.json",
                "http://localhost.example/jwks.json",
                "https://user:secret@issuer.example/jwks.json",
                "http://127.0.0.1@issuer.example/jwks.json",
                "ftp://localhost/jwks.json",
                "file:///etc/jwks.json",
                "https:/jwks.json",
                "jwks.json"
            })
    void is_never_read_from_an_address_that_could_be_tampered_with(String address) {
        assertThrows(IllegalArgumentException.class, () -> new HttpJwksSource(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://issuer.example/jwks.json", "http://localhost:1/j", "http://[::1]:1/j"})
    void may_be_read_over_TLS_or_on_this_machine(String address) {
        assertDoesNotThrow(() -> new HttpJwksSource(URI.create(address)));
    }
}
