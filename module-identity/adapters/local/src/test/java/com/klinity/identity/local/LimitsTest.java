package com.klinity.identity.local;

import static com.klinity.identity.local.LocalServer.ask;
import static com.klinity.identity.local.LocalServer.confirm;
import static com.klinity.identity.local.LocalServer.freshAddress;
import static com.klinity.identity.local.LocalServer.latestCode;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guessing is slow, and nobody learns whom the server knows. */
@Tag("AC-5")
class LimitsTest {

    private static final int CODES = 10;
    private static final int ATTEMPTS = 20;

    @ParameterizedTest
    @ValueSource(strings = {"sign-up", "sign-in"})
    void the_eleventh_code_for_one_address_has_to_wait(String route) {
        String email = freshAddress();
        assertEquals(CODES, accepted(202, () -> ask(route, email), CODES + 1));
    }

    @Test
    void asking_for_codes_by_both_routes_counts_together() {
        String email = freshAddress();
        accepted(202, () -> ask("sign-up", email), CODES / 2);
        assertEquals(CODES / 2, accepted(202, () -> ask("sign-in", email), CODES));
    }

    @Test
    @Tag("AU-4")
    void the_twenty_first_attempt_at_one_addresss_code_has_to_wait() {
        String email = freshAddress();
        assertEquals(ATTEMPTS, accepted(422, () -> confirm(email, "000000"), ATTEMPTS + 1));
    }

    @Test
    @Tag("AU-4")
    void attempts_are_counted_for_each_address_by_itself() {
        String email = freshAddress();
        accepted(422, () -> confirm(email, "000000"), ATTEMPTS + 1);
        assertEquals(422, confirm(freshAddress(), "000000").status());
    }

    @Test
    @Tag("AU-4")
    void one_peer_uses_up_its_own_attempts_only() {
        EmailAddress ana = new EmailAddress("ana@example.org");
        Limits limits = new Limits(600, new MovableClock());
        IntStream.range(0, ATTEMPTS).forEach(i -> limits.attemptFor(ana, "192.0.2.2", true));
        assertThrows(Refusal.class, () -> limits.attemptFor(ana, "192.0.2.2", true));
        assertDoesNotThrow(() -> limits.attemptFor(ana, "192.0.2.1", true));
    }

    /** A million codes, three at a time: what all peers of the world may try has to stay far below. */
    @Test
    @Tag("AU-4")
    void all_peers_together_try_one_address_less_than_six_hundred_times_a_day() {
        EmailAddress ana = new EmailAddress("ana@example.org");
        MovableClock clock = new MovableClock();
        Limits limits = new Limits(600, clock);
        int tried = 0;
        for (int tenMinutes = 0; tenMinutes < 144; tenMinutes++) {
            for (int i = 0; i < 400; i++) {
                tried += tries(limits, ana, "peer " + tenMinutes + "/" + i, i % 2 == 0);
            }
            clock.pass(Duration.ofMinutes(10));
        }
        assertTrue(tried < 600, "they tried " + tried + " times");
    }

    @Test
    @Tag("AU-4")
    void one_peer_alone_never_uses_up_what_all_together_may() {
        EmailAddress ana = new EmailAddress("ana@example.org");
        MovableClock clock = new MovableClock();
        Limits limits = new Limits(600, clock);
        for (int minute = 0; minute < 2 * 24 * 60; minute++) {
            tries(limits, ana, "192.0.2.2", true);
            clock.pass(Duration.ofMinutes(1));
        }
        assertDoesNotThrow(() -> limits.attemptFor(ana, "192.0.2.1", true));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8::1, 2001:db8::2, true", "2001:db8::1, 2001:db8:0:1::1, false", "192.0.2.1, 192.0.2.2, false"})
    void an_ipv6_network_is_one_peer(String one, String another, boolean same) {
        assertEquals(same, Peer.of(one).equals(Peer.of(another)));
    }

    private static int tries(Limits limits, EmailAddress address, String peer, boolean hasAsked) {
        try {
            limits.attemptFor(address, peer, hasAsked);
            return 1;
        } catch (Refusal refused) {
            return 0;
        }
    }

    @Test
    void asking_again_and_again_leaves_the_code_that_was_mailed_first() {
        String email = freshAddress();
        ask("sign-up", email);
        String first = latestCode(email);
        accepted(202, () -> ask("sign-in", email), CODES);
        accepted(202, () -> ask("sign-up", email), CODES);
        assertEquals(200, confirm(email, first).status());
    }

    @Test
    void calls_of_one_peer_are_counted_over_all_routes() {
        try (TestServer server = LocalServer.builder()
                .setting("klinity.local.requests-per-minute", "1")
                .start()) {
            server.anonymous().post("/v1/local-identity/refresh", "{\"refreshToken\":\"x\"}");
            assertAll(Stream.of("sign-up", "sign-in", "confirm", "refresh").map(route -> () -> {
                Answer answer = server.anonymous().post("/v1/local-identity/" + route, "{}");
                assertEquals(429, answer.status(), route);
                assertTrue(Integer.parseInt(String.valueOf(answer.header("Retry-After"))) > 0, route);
            }));
        }
    }

    @Test
    void calls_of_one_ipv6_network_are_counted_together() {
        try (TestServer server = LocalServer.builder()
                .setting("klinity.server.trusted-proxies", "127.0.0.1")
                .setting("klinity.local.requests-per-minute", "1")
                .start()) {
            refreshFrom(server, "2001:db8::1");
            assertEquals(429, refreshFrom(server, "2001:db8::2").status());
            assertEquals(401, refreshFrom(server, "2001:db8:0:1::1").status());
        }
    }

    private static Answer refreshFrom(TestServer server, String peer) {
        return server.anonymous()
                .send(
                        "POST",
                        "/v1/local-identity/refresh",
                        BodyPublishers.ofString("{\"refreshToken\":\"x\"}"),
                        "Content-Type",
                        "application/json",
                        "X-Forwarded-For",
                        peer);
    }

    /** One round of two is enough: what tells, tells in each. */
    @ParameterizedTest
    @ValueSource(strings = {"sign-up", "sign-in"})
    void the_time_does_not_tell_whether_an_address_is_known(String route) {
        Medians first = medians(route);
        if (!first.areAlike()) {
            Medians second = medians(route);
            assertTrue(second.areAlike(), () -> first + ", then " + second);
        }
    }

    /** In nanoseconds. */
    private record Medians(long ofKnown, long ofUnknown) {

        boolean areAlike() {
            return Math.max(ofKnown, ofUnknown) < 3 * Math.min(ofKnown, ofUnknown);
        }
    }

    /** Of calls that take turns, so that both meet the same load. */
    private static Medians medians(String route) {
        List<String> known = addresses();
        known.forEach(LocalServer::signedIn);
        List<String> unknown = addresses();
        long[] ofKnown = new long[known.size()];
        long[] ofUnknown = new long[known.size()];
        for (int i = 0; i < known.size(); i++) {
            ofKnown[i] = nanos(route, known.get(i));
            ofUnknown[i] = nanos(route, unknown.get(i));
        }
        return new Medians(median(ofKnown), median(ofUnknown));
    }

    private static List<String> addresses() {
        return Stream.generate(LocalServer::freshAddress).limit(15).toList();
    }

    private static long nanos(String route, String email) {
        long start = System.nanoTime();
        ask(route, email);
        return System.nanoTime() - start;
    }

    private static long median(long[] times) {
        return LongStream.of(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    private static long accepted(int status, Supplier<Answer> call, int times) {
        return Stream.generate(call)
                .limit(times)
                .filter(answer -> answer.status() == status)
                .count();
    }
}
