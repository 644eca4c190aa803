package com.klinity.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.klinity.platform.spi.TokenProfile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AU-2")
@DisplayName("Many requests at once")
class ConcurrentVerificationTest {
    private static final int REQUESTS = 500;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RefreshPolicy PATIENT = new RefreshPolicy(MINUTE, MINUTE, MINUTE, MINUTE);

    private final FakeJwks jwks = FakeJwks.publishing(SigningKey.ISSUER);
    private final TokenVerifier verifier =
            new TokenVerifier(Token.issuer(TokenProfile.COGNITO, jwks), new SettableClock(), PATIENT);
    private final List<String> good = IntStream.range(0, 20)
            .mapToObj(i -> Token.cognito().claim("jti", "token-" + i).signed())
            .toList();
    private final List<String> bad = IntStream.range(0, 20)
            .mapToObj(i -> Token.cognito().claim("jti", "token-" + i).signedBy(SigningKey.ATTACKER))
            .toList();

    private String verdict(int request) {
        List<String> tokens = request % 2 == 0 ? good : bad;
        try {
            return verifier.verify(tokens.get(request / 2 % 20)).tokenId();
        } catch (TokenRefused refused) {
            return refused.reason().code();
        }
    }

    private static String expectedVerdict(int request) {
        return request % 2 == 0 ? "token-" + request / 2 % 20 : "signature";
    }

    @Test
    void get_each_its_own_verdict() throws InterruptedException {
        List<String> verdicts = allAtOnce(this::verdict);
        assertEquals(
                IntStream.range(0, REQUESTS)
                        .mapToObj(ConcurrentVerificationTest::expectedVerdict)
                        .toList(),
                verdicts);
    }

    @Test
    void share_the_first_read_of_the_keys() throws InterruptedException {
        allAtOnce(this::verdict);
        assertEquals(1, jwks.fetches());
    }

    @Test
    void all_waiting_for_the_first_read_are_served_when_it_ends() {
        CountDownLatch gate = new CountDownLatch(1);
        jwks.hangUntil(gate, SigningKey.ISSUER);
        Thread.startVirtualThread(() -> {
            Await.until("the read has begun", () -> jwks.fetches() == 1);
            gate.countDown();
        });
        List<String> verdicts = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> allAtOnce(this::verdict));
        assertEquals(0, verdicts.stream().filter("keys-unavailable"::equals).count());
    }

    @FunctionalInterface
    interface Request {
        String send(int number);
    }

    private static List<String> allAtOnce(Request request) throws InterruptedException {
        List<Callable<String>> calls = IntStream.range(0, REQUESTS)
                .mapToObj(i -> (Callable<String>) () -> request.send(i))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(ConcurrentVerificationTest::result)
                    .toList();
        }
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
