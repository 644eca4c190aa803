package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.spi.JwksUnavailable;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.BestOfThree;
import com.klinity.platform.testkit.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AU-2")
@DisplayName("At a running server")
class KeysOverHttpTest {
    private static final int STRANGERS = 50;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final SettableClock clock = new SettableClock();
    private final FakeJwks jwks = FakeJwks.publishing(SigningKey.ISSUER);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final TestServer server =
            TestServer.of(new AttackedIssuer(jwks)).clock(clock).start();

    @AfterEach
    void stop() {
        hanging.countDown();
        server.close();
    }

    @Test
    void fifty_unknown_keys_cause_one_read_and_delay_no_known_key() throws Exception {
        String known = Token.cognito().signed();
        assertEquals(200, knock(known));
        clock.advance(RefreshPolicy.DEFAULT.coolDown());
        jwks.hangUntil(hanging, SigningKey.ISSUER);
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < STRANGERS; i++) {
                String token = Token.cognito().header("kid", "unknown-" + i).signed();
                answers.add(strangers.submit(() -> knock(token)));
            }
            Await.until("the read hangs", () -> jwks.fetches() == 2);
            BestOfThree.within(SOON, () -> {
                long before = System.nanoTime();
                assertEquals(200, knock(known));
                return System.nanoTime() - before;
            });
            for (Future<Integer> answer : answers) {
                assertEquals(401, answer.get());
            }
        }
        assertEquals(2, jwks.fetches());
    }

    @Test
    void a_token_lives_thirty_seconds_longer_than_it_says_and_no_longer() {
        String token =
                Token.cognito().claim("exp", Token.NOW.getEpochSecond() + 1).signed();
        clock.advance(Duration.ofSeconds(31).minusMillis(1));
        assertEquals(200, knock(token));
        clock.advance(Duration.ofMillis(1));
        assertEquals(401, knock(token));
    }

    @Test
    void a_token_is_good_thirty_seconds_before_it_says_and_no_earlier() {
        String token =
                Token.cognito().claim("nbf", Token.NOW.getEpochSecond() + 31).signed();
        clock.advance(Duration.ofSeconds(1).minusMillis(1));
        assertEquals(401, knock(token));
        clock.advance(Duration.ofMillis(1));
        assertEquals(200, knock(token));
    }

    @Test
    void new_keys_are_taken_up_and_withdrawn_ones_refused_without_a_restart() {
        String old = Token.cognito().signed();
        String next = Token.cognito().header("kid", SigningKey.NEXT.id()).signedBy(SigningKey.NEXT);
        assertEquals(200, knock(old));
        clock.advance(RefreshPolicy.DEFAULT.coolDown());
        jwks.publish(SigningKey.NEXT);
        assertEquals(200, knock(next));
        assertEquals(401, knock(old));
    }

    @Test
    void tokens_that_no_key_was_ever_read_for_are_503_and_readiness_says_so() {
        jwks.behave(() -> {
            throw new JwksUnavailable("down");
        });
        Answer answer = server.withToken(Token.cognito().signed()).get(AttackedIssuer.ACCOUNT);
        assertEquals(503, answer.status());
        assertEquals("5", answer.header("Retry-After"));
        assertEquals("503 {\"status\":\"DOWN\",\"because\":[\"issuer-keys\"]}", ready());
    }

    @Test
    void what_is_no_token_stays_401_while_there_are_no_keys() {
        jwks.behave(() -> {
            throw new JwksUnavailable("down");
        });
        assertEquals(401, knock("x.y.z"));
        assertEquals(401, knock(Token.cognito().header("alg", "none").signed()));
    }

    @Test
    void an_issuer_that_publishes_no_key_locks_nobody_out_and_readiness_says_so() {
        String known = Token.cognito().signed();
        assertEquals(200, knock(known));
        jwks.publish();
        clock.advance(RefreshPolicy.DEFAULT.coolDown());
        assertEquals(401, knock(Token.cognito().header("kid", "unknown").signed()));
        assertEquals(200, knock(known));
        assertEquals("200 {\"status\":\"DEGRADED\",\"because\":[\"issuer-keys\"]}", ready());
        jwks.publish(SigningKey.ISSUER);
        clock.advance(RefreshPolicy.DEFAULT.coolDown());
        server.await(() -> ready().equals("200 {\"status\":\"UP\"}"));
    }

    private String ready() {
        Answer answer = server.management().get("/health/ready");
        return answer.status() + " " + answer.text();
    }

    private int knock(String token) {
        return server.withToken(token).get(AttackedIssuer.ACCOUNT).status();
    }
}
