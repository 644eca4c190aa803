package com.klinity.identity.local;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.identity.local.OneTimeCode.Purpose;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.testkit.AtOnce;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {

    private static final EmailAddress ANA = new EmailAddress("ana@example.org");
    private static final EmailAddress EVE = new EmailAddress("eve@example.org");

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final MovableClock clock = new MovableClock();
    private final Codes codes = new Codes(clock);

    @Test
    void a_code_has_six_digits() {
        assertTrue(issued(Purpose.SIGN_UP).matches("[0-9]{6}"));
    }

    @Test
    void the_right_code_works_and_tells_its_purpose() {
        String code = issued(Purpose.SIGN_UP);
        assertEquals(Optional.of(Purpose.SIGN_UP), codes.redeem(ANA, code, HOME));
    }

    @Test
    void one_peer_makes_a_bounded_number_of_addresses_wait() {
        for (int i = 0; i < Codes.MOST_OF_PEER; i++) {
            codes.issue(new EmailAddress("a" + i + "@example.org"), Purpose.SIGN_UP, HOME);
        }
        assertThrows(Refusal.class, () -> codes.issue(ANA, Purpose.SIGN_UP, HOME));
        assertTrue(codes.issue(ANA, Purpose.SIGN_UP, ELSEWHERE).isNew());
    }

    @Test
    void a_peer_that_has_waited_may_ask_again() {
        for (int i = 0; i < Codes.MOST_OF_PEER; i++) {
            codes.issue(new EmailAddress("a" + i + "@example.org"), Purpose.SIGN_UP, HOME);
        }
        clock.pass(OneTimeCode.LIFETIME.plusSeconds(1));
        assertTrue(codes.issue(ANA, Purpose.SIGN_UP, HOME).isNew());
    }

    @Test
    void a_code_works_once() {
        String code = issued(Purpose.SIGN_IN);
        codes.redeem(ANA, code, HOME);
        assertEquals(Optional.empty(), codes.redeem(ANA, code, HOME));
    }

    @Test
    void one_of_many_at_once_succeeds() throws Exception {
        String code = issued(Purpose.SIGN_IN);
        Callable<Optional<Purpose>> redeem = () -> codes.redeem(ANA, code, HOME);
        assertEquals(
                1,
                AtOnce.all(Collections.nCopies(8, redeem)).stream()
                        .flatMap(Optional::stream)
                        .count());
    }

    @Test
    void the_fifth_attempt_may_still_be_right() {
        String code = issued(Purpose.SIGN_IN);
        fail(4, code);
        assertTrue(codes.redeem(ANA, code, HOME).isPresent());
    }

    @Test
    void five_wrong_attempts_kill_a_code() {
        String code = issued(Purpose.SIGN_IN);
        fail(5, code);
        assertEquals(Optional.empty(), codes.redeem(ANA, code, HOME));
    }

    @Test
    void a_code_is_dead_after_ten_minutes() {
        String code = issued(Purpose.SIGN_IN);
        clock.pass(Duration.ofMinutes(10));
        assertEquals(Optional.empty(), codes.redeem(ANA, code, HOME));
    }

    @Test
    void a_code_lives_until_then() {
        String code = issued(Purpose.SIGN_IN);
        clock.pass(Duration.ofMinutes(10).minusMillis(1));
        assertTrue(codes.redeem(ANA, code, HOME).isPresent());
    }

    @Test
    void a_code_is_good_for_its_own_address_only() {
        String code = issued(Purpose.SIGN_IN);
        assertEquals(Optional.empty(), codes.redeem(EVE, code, HOME));
    }

    @Test
    void asking_again_brings_the_same_code_which_still_works() {
        String first = issued(Purpose.SIGN_IN);
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        Codes.Issued again = codes.issue(ANA, Purpose.SIGN_IN, ELSEWHERE);
        assertAll(
                () -> assertEquals(first, again.code()),
                () -> assertFalse(again.isNew()),
                () -> assertEquals(5, again.minutes()),
                () -> assertTrue(codes.redeem(ANA, first, HOME).isPresent()));
    }

    @Test
    void asking_later_brings_a_code_that_lives_ten_minutes_beside_the_one_before() {
        String first = issued(Purpose.SIGN_IN);
        clock.pass(Duration.ofMinutes(5));
        Codes.Issued second = codes.issue(ANA, Purpose.SIGN_IN, HOME);
        assertAll(
                () -> assertTrue(second.isNew()),
                () -> assertEquals(10, second.minutes()),
                () -> assertTrue(codes.redeem(ANA, first, HOME).isPresent()));
    }

    @Test
    void somebody_elses_wrong_attempts_leave_mine() {
        String code = issued(Purpose.SIGN_IN);
        failFrom(ELSEWHERE, 50);
        assertTrue(codes.redeem(ANA, code, HOME).isPresent());
    }

    @Test
    void who_used_up_a_code_gets_another_one_that_works() {
        issued(Purpose.SIGN_IN);
        failFrom(HOME, 5);
        Codes.Issued second = codes.issue(ANA, Purpose.SIGN_IN, HOME);
        assertTrue(second.isNew());
        assertTrue(codes.redeem(ANA, second.code(), HOME).isPresent());
    }

    @Test
    void who_uses_up_code_after_code_leaves_the_first_one_to_its_reader() {
        String first = issued(Purpose.SIGN_IN);
        for (int i = 0; i < 50; i++) {
            codes.issue(ANA, Purpose.SIGN_IN, ELSEWHERE);
            failFrom(ELSEWHERE, 5);
        }
        assertTrue(codes.redeem(ANA, first, HOME).isPresent());
    }

    @Test
    void a_code_to_sign_up_is_not_one_to_sign_in() {
        issued(Purpose.SIGN_UP);
        assertTrue(codes.issue(ANA, Purpose.SIGN_IN, HOME).isNew());
    }

    @Test
    void few_codes_of_one_address_live_at_once_however_many_peers_ask() {
        Set<String> made = new HashSet<>();
        for (int peer = 0; peer < 100; peer++) {
            made.add(codes.issue(ANA, Purpose.SIGN_IN, "peer " + peer).code());
            failFrom("peer " + peer, 5);
        }
        long live = made.stream()
                .filter(code -> codes.redeem(ANA, code, "reader of " + code).isPresent())
                .count();
        assertTrue(live <= Codes.MOST_OF_ONE, () -> live + " codes were alive");
    }

    @Test
    void what_is_kept_is_not_the_code() {
        byte[] salt = {1, 2, 3};
        String code = new CodeKey(new SecureRandom()).code(ANA, salt);
        List<String> ofOtherKeys = Stream.generate(() -> new CodeKey(new SecureRandom()).code(ANA, salt))
                .limit(5)
                .toList();
        assertTrue(ofOtherKeys.stream().anyMatch(other -> !other.equals(code)));
    }

    private String issued(Purpose purpose) {
        return codes.issue(ANA, purpose, HOME).code();
    }

    private void failFrom(String peer, int times) {
        IntStream.range(0, times).forEach(i -> codes.redeem(ANA, "no code", peer));
    }

    private void fail(int times, String code) {
        String wrong = code.equals("000000") ? "000001" : "000000";
        IntStream.range(0, times).forEach(i -> codes.redeem(ANA, wrong, HOME));
    }
}
