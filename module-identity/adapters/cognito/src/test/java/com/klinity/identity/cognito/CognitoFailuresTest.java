package com.klinity.identity.cognito;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.klinity.identity.spi.IdentityFailure;
import com.klinity.platform.spi.Secret;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's errors become, as they come over the wire. */
@Tag("AC-8")
class CognitoFailuresTest {

    private static final UUID SOMEBODY = UUID.fromString("0d9f1f9e-5c0e-4b6a-9f57-3a1f6f6d2b11");

    private HttpServer vendor;
    private UserPool pool;

    @BeforeEach
    void start() throws IOException {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.start();
        URI address = URI.create("http://127.0.0.1:" + vendor.getAddress().getPort());
        CognitoSettings settings = new CognitoSettings(
                "sa-east-1",
                "sa-east-1_Ab129faBb",
                "klinity",
                "https://issuer.example",
                address,
                Optional.of(address),
                Optional.of(new AccessKey("AKIDEXAMPLE", new Secret("not-a-key"), Optional.empty())));
        pool = new UserPool(CognitoClient.of(settings), settings.userPoolId());
    }

    @AfterEach
    void stop() {
        pool.close();
        vendor.stop(0);
    }

    private void answers(int status, String error) {
        vendor.createContext("/", exchange -> {
            byte[] body = ("{\"__type\":\"" + error + "\",\"message\":\"ana@example.org said so\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private IdentityFailure failure() {
        return assertThrows(IdentityFailure.class, () -> pool.signOut(SOMEBODY.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "400,TooManyRequestsException,cognito-throttled",
        "400,NotAuthorizedException,cognito-access-denied",
        "400,AccessDeniedException,cognito-access-denied",
        "400,UnrecognizedClientException,cognito-access-denied",
        "403,InvalidSignatureException,cognito-access-denied",
        "400,ResourceNotFoundException,cognito-pool-unknown",
        "400,InvalidParameterException,cognito-failed",
        "500,InternalErrorException,cognito-failed"
    })
    void an_error_has_a_stable_code(int status, String error, String code) {
        answers(status, error);
        assertEquals(code, failure().code());
    }

    @Test
    void what_the_vendor_says_stays_here() {
        answers(400, "InvalidParameterException");
        IdentityFailure failure = failure();
        assertAll(
                () -> assertEquals(
                        "AdminUserGlobalSignOut: status 400 InvalidParameterException", failure.getMessage()),
                () -> assertNull(failure.getCause()));
    }

    @Test
    void somebody_unknown_is_no_failure() {
        answers(400, "UserNotFoundException");
        assertDoesNotThrow(() -> pool.signOut(SOMEBODY.toString()));
    }

    @Test
    void an_answer_that_does_not_come_is_given_up_within_seconds() {
        vendor.createContext("/", exchange -> {});
        assertEquals(
                "cognito-unreachable",
                assertTimeout(Duration.ofSeconds(30), this::failure).code());
    }

    @Test
    void nobody_listening_is_a_failure() {
        vendor.stop(0);
        assertEquals("cognito-unreachable", failure().code());
    }
}
