package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.DatabaseOutage;
import com.klinity.platform.testkit.KeptConnection;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("AU-2")
@Tag("AU-3")
@DisplayName(
        "While the database is down, every known attack on a token is answered 401, and nothing but a good token 503")
class AttacksOverHttpTest {
    /** As good as 431, request header fields too large. */
    private static final int HUNG_UP = 431;

    private static final int LONGEST_HEADERS = 16_000;
    private static final FakeJwks JWKS = FakeJwks.publishing(SigningKey.ISSUER, SigningKey.NEXT);
    private static final TestServer SERVER =
            TestServer.of(new AttackedIssuer(JWKS)).clock(() -> Token.NOW).start();
    private static DatabaseOutage outage;

    @BeforeAll
    static void take_the_database_away() throws IOException, SQLException {
        assertEquals(200, knock(Token.cognito().signed()).status());
        outage = DatabaseOutage.of(SERVER);
    }

    @AfterAll
    static void give_it_back() throws SQLException {
        outage.close();
        SERVER.close();
    }

    static Stream<Attack> attacks() {
        return TokenAttacks.all().filter(attack -> isFieldValue(attack.token()));
    }

    static Stream<Attack> attacksThatAreNoHeaderEither() {
        return TokenAttacks.all().filter(attack -> !isFieldValue(attack.token()) && !isTrimmedAway(attack.token()));
    }

    @Test
    void a_good_token_is_told_that_the_database_is_down() throws IOException {
        assertEquals(503, knock(Token.cognito().signed()).status());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refuses(Attack attack) throws IOException {
        KeptConnection.Head answer = knock(attack.token());
        assertEquals(401, answer.status());
        assertEquals("Bearer error=\"invalid_token\"", answer.header("WWW-Authenticate"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacksThatAreNoHeaderEither")
    void refuses_as_a_request(Attack attack) throws IOException {
        int status = statusOrHungUp(attack.token());
        assertTrue(status >= 400 && status < 500, () -> "" + status);
    }

    /** A server that has read too much need not hear the rest out. */
    private static int statusOrHungUp(String token) throws IOException {
        try {
            return knock(token).status();
        } catch (SocketException hungUp) {
            return HUNG_UP;
        }
    }

    private static KeptConnection.Head knock(String token) throws IOException {
        try (KeptConnection connection = KeptConnection.to(SERVER.address())) {
            connection.request("GET", AttackedIssuer.PHI, "Authorization: Bearer " + token);
            return connection.head();
        }
    }

    /** RFC 9110, section 5.5. */
    private static boolean isFieldValue(String token) {
        return token.equals(token.strip())
                && token.length() < LONGEST_HEADERS
                && token.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\t');
    }

    /** Blanks around a field's value are no part of it, nor those before the credentials (RFC 9110, section 11.4). */
    private static boolean isTrimmedAway(String token) {
        return !token.equals(token.strip()) && Token.cognito().signed().equals(token.strip());
    }
}
