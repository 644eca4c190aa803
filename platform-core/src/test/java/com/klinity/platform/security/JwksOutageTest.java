package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.security.TokenRefused.Reason;
import com.klinity.platform.spi.JwksSource;
import com.klinity.platform.spi.JwksUnavailable;
import com.klinity.platform.spi.TokenProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("AU-2")
@DisplayName("A JWKS endpoint in trouble admits nobody and delays nobody whose key is known")
class JwksOutageTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration COOL_DOWN = Duration.ofSeconds(30);

    /** Nobody in these tests may wait as long as patience would let them. */
    private static final RefreshPolicy PATIENT = new RefreshPolicy(COOL_DOWN, Duration.ofMinutes(15), MINUTE, MINUTE);

    private final SettableClock clock = new SettableClock();
    private final FakeJwks jwks = FakeJwks.publishing(SigningKey.ISSUER);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final String token = Token.cognito().signed();
    private final String newToken =
            Token.cognito().header("kid", SigningKey.NEXT.id()).signedBy(SigningKey.NEXT);

    @AfterEach
    void release() {
        hanging.countDown();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble("down", () -> {
                    throw new JwksUnavailable("down");
                }),
                trouble("broken in an unforeseen way", () -> {
                    throw new IllegalStateException("bug");
                }),
                trouble("empty", () -> ""),
                trouble("an empty set", () -> "{\"keys\":[]}"),
                trouble("a set of other kinds of keys", () -> "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"issuer-key-1\"}]}"),
                trouble("an HTML page", () -> "<html><body>Sign in</body></html>"),
                trouble("other JSON", () -> "{\"message\":\"ok\"}"),
                trouble("a list", () -> "[]"),
                trouble("keys that are no list", () -> "{\"keys\":{}}"),
                trouble("keys that are no objects", () -> "{\"keys\":[1,\"a\",null]}"),
                trouble(
                        "keys twice",
                        () -> "{\"keys\":[]," + Json.jwks(SigningKey.NEXT).substring(1)),
                trouble("cut off", () -> Json.jwks(SigningKey.NEXT).replaceFirst("..$", "")),
                trouble("followed by more", () -> Json.jwks(SigningKey.NEXT) + "x"),
                trouble("huge", () -> Json.jwks(SigningKey.NEXT) + " ".repeat(256 * 1024)));
    }

    private static Arguments trouble(String name, JwksSource behaviour) {
        return Arguments.argumentSet(name, behaviour);
    }

    private TokenVerifier verifier(RefreshPolicy policy) {
        return new TokenVerifier(Token.issuer(TokenProfile.COGNITO, jwks), clock, policy);
    }

    private static Reason refusal(TokenVerifier verifier, String token) {
        return assertThrows(TokenRefused.class, () -> verifier.verify(token)).reason();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void no_new_key_is_accepted(JwksSource trouble) {
        TokenVerifier verifier = verifier(PATIENT);
        verifier.verify(token);
        jwks.behave(trouble);
        clock.advance(COOL_DOWN);
        assertEquals(Reason.UNKNOWN_KEY, refusal(verifier, newToken));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void known_keys_stay_in_use(JwksSource trouble) {
        TokenVerifier verifier = verifier(PATIENT);
        verifier.verify(token);
        jwks.behave(trouble);
        clock.advance(COOL_DOWN);
        refusal(verifier, newToken);
        assertDoesNotThrow(() -> verifier.verify(token));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void from_the_start_nobody_is_admitted(JwksSource trouble) {
        jwks.behave(trouble);
        assertEquals(Reason.KEYS_UNAVAILABLE, refusal(verifier(PATIENT), token));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void once_it_is_over_tokens_are_accepted_after_the_cool_down(JwksSource trouble) {
        TokenVerifier verifier = verifier(PATIENT);
        jwks.behave(trouble);
        refusal(verifier, token);
        jwks.publish(SigningKey.ISSUER);
        clock.advance(COOL_DOWN);
        assertDoesNotThrow(() -> verifier.verify(token));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void it_is_asked_no_more_often_than_a_healthy_one(JwksSource trouble) {
        TokenVerifier verifier = verifier(PATIENT);
        jwks.behave(trouble);
        for (int i = 0; i < 50; i++) {
            refusal(verifier, token);
        }
        assertEquals(1, jwks.fetches());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void it_is_known_and_looked_after_until_it_is_over(JwksSource trouble) {
        TokenVerifier verifier = verifier(PATIENT);
        verifier.verify(token);
        jwks.behave(trouble);
        clock.advance(COOL_DOWN);
        refusal(verifier, newToken);
        assertEquals(IssuerKeys.KEPT, verifier.keys());
        jwks.publish(SigningKey.ISSUER);
        clock.advance(COOL_DOWN);
        Await.until("the keys are read again", () -> verifier.keys() == IssuerKeys.GOOD);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void the_last_keys_are_good_for_a_day_and_no_longer(JwksSource trouble) {
        TokenVerifier verifier = verifier(PATIENT);
        Instant read = clock.instant();
        verifier.verify(token);
        jwks.behave(trouble);
        clock.advance(Duration.ofDays(1).minusMillis(1));
        assertDoesNotThrow(() -> verifier.verify(lasting(read)));
        clock.advance(Duration.ofMillis(1));
        assertEquals(Reason.KEYS_UNAVAILABLE, refusal(verifier, lasting(read)));
        Await.until("the keys are gone", () -> verifier.keys() == IssuerKeys.NONE);
    }

    @Test
    void keys_that_nobody_asked_for_in_a_day_are_read_again_by_the_first_who_does() {
        TokenVerifier verifier = verifier(PATIENT);
        Instant read = clock.instant();
        verifier.verify(token);
        clock.advance(Duration.ofDays(3));
        assertDoesNotThrow(() -> verifier.verify(lasting(read)));
    }

    private static String lasting(Instant issued) {
        return Token.cognito()
                .claim("exp", issued.plus(Duration.ofDays(5)).getEpochSecond())
                .signed();
    }

    @Test
    void one_that_comes_and_goes_takes_no_known_key_away_and_is_not_asked_more_often() {
        TokenVerifier verifier = verifier(PATIENT);
        verifier.verify(token);
        for (int i = 0; i < 10; i++) {
            jwks.behave(() -> {
                throw new JwksUnavailable("down");
            });
            clock.advance(COOL_DOWN);
            assertEquals(Reason.UNKNOWN_KEY, refusal(verifier, newToken));
            assertDoesNotThrow(() -> verifier.verify(token));
            jwks.publish(SigningKey.ISSUER);
            clock.advance(COOL_DOWN);
            assertEquals(Reason.UNKNOWN_KEY, refusal(verifier, newToken));
            assertDoesNotThrow(() -> verifier.verify(token));
        }
        assertEquals(21, jwks.fetches());
    }

    @Test
    void a_known_key_does_not_wait_for_its_own_periodic_read() {
        TokenVerifier verifier = verifier(PATIENT);
        verifier.verify(token);
        jwks.hangUntil(hanging, SigningKey.ISSUER);
        clock.advance(Duration.ofMinutes(15));
        assertTimeoutPreemptively(SOON, () -> verifier.verify(token));
    }

    @Test
    void a_known_key_does_not_wait_for_a_read_that_another_token_caused() {
        TokenVerifier verifier = verifier(PATIENT);
        verifier.verify(token);
        jwks.hangUntil(hanging, SigningKey.ISSUER);
        clock.advance(COOL_DOWN);
        Thread.startVirtualThread(() -> refusal(verifier, newToken));
        Await.until("the read hangs", () -> jwks.fetches() == 2);
        assertTimeoutPreemptively(SOON, () -> verifier.verify(token));
    }

    @Test
    void a_token_with_an_unknown_key_waits_no_longer_than_patience() {
        TokenVerifier verifier =
                verifier(new RefreshPolicy(COOL_DOWN, Duration.ofMinutes(15), Duration.ofMillis(50), MINUTE));
        jwks.hangUntil(hanging, SigningKey.ISSUER);
        assertTimeoutPreemptively(SOON, () -> refusal(verifier, token));
    }

    @Test
    void a_read_that_hangs_is_not_started_twice_however_long_it_takes() {
        TokenVerifier verifier =
                verifier(new RefreshPolicy(COOL_DOWN, Duration.ofMinutes(15), Duration.ofMillis(10), MINUTE));
        jwks.hangUntil(hanging, SigningKey.ISSUER);
        refusal(verifier, token);
        Await.until("the read hangs", () -> jwks.fetches() == 1);
        clock.advance(COOL_DOWN.multipliedBy(5));
        refusal(verifier, token);
        assertEquals(1, jwks.fetches());
    }

    @Test
    void a_read_that_hangs_is_given_up_and_interrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        TokenVerifier verifier =
                verifier(new RefreshPolicy(COOL_DOWN, Duration.ofMinutes(15), MINUTE, Duration.ofSeconds(1)));
        jwks.behave(() -> waitFor(hanging, interrupted));
        assertTimeoutPreemptively(SOON, () -> refusal(verifier, token));
        assertTrue(interrupted.await(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void an_answer_that_comes_after_it_was_given_up_is_ignored() {
        CountDownLatch answered = new CountDownLatch(1);
        TokenVerifier verifier =
                verifier(new RefreshPolicy(COOL_DOWN, Duration.ofMinutes(15), MINUTE, Duration.ofSeconds(1)));
        jwks.behave(() -> {
            waitFor(hanging, new CountDownLatch(1));
            answered.countDown();
            return Json.jwks(SigningKey.ISSUER);
        });
        refusal(verifier, token);
        Await.until("the late answer", () -> answered.getCount() == 0);
        assertEquals(Reason.KEYS_UNAVAILABLE, refusal(verifier, token));
    }

    @Test
    void after_a_read_was_given_up_the_next_one_heals() {
        TokenVerifier verifier =
                verifier(new RefreshPolicy(COOL_DOWN, Duration.ofMinutes(15), MINUTE, Duration.ofSeconds(3)));
        jwks.hangUntil(hanging);
        refusal(verifier, token);
        jwks.publish(SigningKey.ISSUER);
        clock.advance(COOL_DOWN);
        assertDoesNotThrow(() -> verifier.verify(token));
    }

    private static String waitFor(CountDownLatch latch, CountDownLatch interrupted) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return "";
    }
}
