package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.klinity.platform.security.RawHttpServer.Answer;
import com.klinity.platform.spi.JwksUnavailable;
import java.io.IOException;
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
    private static final Duration SOON = Duration.ofSeconds(5);

    private static void assertUnavailable(Answer answer) throws IOException {
        try (RawHttpServer server = RawHttpServer.answering(answer)) {
            HttpJwksSource source = new HttpJwksSource(server.uri(), LIMIT);
            assertTimeoutPreemptively(SOON, () -> assertThrows(JwksUnavailable.class, source::fetch));
        }
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
        assertUnavailable(RawHttpServer.response("200 OK", " ".repeat(256 * 1024 + 1)));
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
        assertUnavailable(RawHttpServer.drip());
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
        HttpJwksSource source = new HttpJwksSource(server.uri(), LIMIT);
        assertThrows(JwksUnavailable.class, source::fetch);
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
