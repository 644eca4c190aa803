package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.KeptConnection;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("AU-2")
@DisplayName("A good token counts in the one Authorization header and nowhere else")
class TokenPlacesTest {
    private static final String GOOD = Token.cognito().signed();
    private static final TestServer SERVER = TestServer.of(new AttackedIssuer(FakeJwks.publishing(SigningKey.ISSUER)))
            .clock(() -> Token.NOW)
            .start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static Stream<String> accepted() {
        return Stream.of(
                "Authorization: Bearer " + GOOD,
                "authorization: bearer " + GOOD,
                "AUTHORIZATION: BEARER " + GOOD,
                "Authorization:Bearer " + GOOD,
                "Authorization: Bearer   " + GOOD + "  ");
    }

    static Stream<String> refused() {
        return Stream.of(
                "Authorization: " + GOOD,
                "Authorization: Bearer" + GOOD,
                "Authorization: Bearer\t" + GOOD,
                "Authorization: Bearer \"" + GOOD + "\"",
                "Authorization: Bearer token=" + GOOD,
                "Authorization: Bearer " + GOOD + ", Bearer " + GOOD,
                "Authorization: Bearer " + GOOD + " " + GOOD,
                "Authorization: Basic " + GOOD,
                "Authorization: DPoP " + GOOD,
                "Authorization: Basic dXNlcjpwYXNz, Bearer " + GOOD,
                "Authorization: Bearer",
                "Authorization:",
                "Authorization: Bearer " + GOOD + "\r\nAuthorization: Bearer " + GOOD,
                "Authorization: Bearer " + GOOD + "\r\nAuthorization: Basic dXNlcjpwYXNz",
                "Authorization: Basic dXNlcjpwYXNz\r\nAuthorization: Bearer " + GOOD,
                "Proxy-Authorization: Bearer " + GOOD,
                "X-Authorization: Bearer " + GOOD,
                "X-Access-Token: " + GOOD,
                "X-Amzn-Oidc-Accesstoken: " + GOOD,
                "Cookie: access_token=" + GOOD,
                "Cookie: Authorization=Bearer " + GOOD,
                "Sec-WebSocket-Protocol: bearer, " + GOOD);
    }

    static Stream<String> queries() {
        return Stream.of("access_token", "token", "jwt", "authorization", "bearer_token", "id_token")
                .map(name -> "?" + name + "=" + GOOD);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void accepts(String header) throws IOException {
        assertEquals(200, status("GET", AttackedIssuer.ACCOUNT, header));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(String header) throws IOException {
        assertEquals(401, status("GET", AttackedIssuer.ACCOUNT, header));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void refuses_in_the_address(String query) throws IOException {
        assertEquals(401, status("GET", AttackedIssuer.ACCOUNT + query));
    }

    @Test
    void refuses_in_a_form() throws IOException {
        String form = "access_token=" + GOOD;
        try (KeptConnection connection = KeptConnection.to(SERVER.address())) {
            connection.send("POST " + AttackedIssuer.ACCOUNT + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                    + "\r\n\r\n" + form);
            assertEquals(401, connection.head().status());
        }
    }

    @Test
    void refuses_on_a_second_line_of_the_header() throws IOException {
        assertEquals(400, status("GET", AttackedIssuer.ACCOUNT, "Authorization: Bearer\r\n " + GOOD));
    }

    private static int status(String method, String path, String... headers) throws IOException {
        try (KeptConnection connection = KeptConnection.to(SERVER.address())) {
            connection.request(method, path, headers);
            return connection.head().status();
        }
    }
}
