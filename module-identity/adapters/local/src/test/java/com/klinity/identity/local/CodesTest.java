package com.klinity.identity.local;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.identity.local.OneTimeCode.Purpose;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {

    private static final EmailAddress ANA = new EmailAddress("ana@example.org");
    private static final EmailAddress EVE = new EmailAddress("eve@example.org");

    private final MovableClock clock = new MovableClock();
    private final Codes codes = new Codes(clock);

    @Test
    void a_code_has_six_digits() {
        assertTrue(codes.issue(ANA, Purpose.SIGN_UP).matches("[0-9]{6}"));
    }

    @Test
    void the_right_code_works_and_tells_its_purpose() {
        String code = codes.issue(ANA, Purpose.SIGN_UP);
        assertEquals(Optional.of(Purpose.SIGN_UP), codes.redeem(ANA, code));
    }

    @Test
    void a_code_works_once() {
        String code = codes.issue(ANA, Purpose.SIGN_IN);
        codes.redeem(ANA, code);
        assertEquals(Optional.empty(), codes.redeem(ANA, code));
    }

    @Test
    void one_of_many_at_once_succeeds() throws Exception {
        String code = codes.issue(ANA, Purpose.SIGN_IN);
        assertEquals(
                1,
                AtOnce.run(() -> codes.redeem(ANA, code)).stream()
                        .flatMap(Optional::stream)
                        .count());
    }

    @Test
    void the_fifth_attempt_may_still_be_right() {
        String code = codes.issue(ANA, Purpose.SIGN_IN);
        fail(4, code);
        assertTrue(codes.redeem(ANA, code).isPresent());
    }

    @Test
    void five_wrong_attempts_kill_a_code() {
        String code = codes.issue(ANA, Purpose.SIGN_IN);
        fail(5, code);
        assertEquals(Optional.empty(), codes.redeem(ANA, code));
    }

    @Test
    void a_code_is_dead_after_ten_minutes() {
        String code = codes.issue(ANA, Purpose.SIGN_IN);
        clock.pass(Duration.ofMinutes(10));
        assertEquals(Optional.empty(), codes.redeem(ANA, code));
    }

    @Test
    void a_code_lives_until_then() {
        String code = codes.issue(ANA, Purpose.SIGN_IN);
        clock.pass(Duration.ofMinutes(10).minusMillis(1));
        assertTrue(codes.redeem(ANA, code).isPresent());
    }

    @Test
    void a_code_is_good_for_its_own_address_only() {
        String code = codes.issue(ANA, Purpose.SIGN_IN);
        assertEquals(Optional.empty(), codes.redeem(EVE, code));
    }

    @Test
    void a_new_code_kills_the_one_before() {
        String first = codes.issue(ANA, Purpose.SIGN_IN);
        String second = anotherThan(first);
        assertAll(
                () -> assertEquals(Optional.empty(), codes.redeem(ANA, first)),
                () -> assertTrue(codes.redeem(ANA, second).isPresent()));
    }

    @Test
    void what_is_kept_is_not_the_code() {
        byte[] salt = {1, 2, 3};
        OneTimeCode kept = OneTimeCode.of(Purpose.SIGN_IN, "123456", salt, clock.instant(), 5);
        OneTimeCode other = OneTimeCode.of(Purpose.SIGN_IN, "123456", new byte[] {4}, clock.instant(), 5);
        assertAll(
                () -> assertEquals(32, kept.hash().length),
                () -> assertFalse(Arrays.equals(kept.hash(), other.hash())));
    }

    private void fail(int times, String code) {
        String wrong = code.equals("000000") ? "000001" : "000000";
        IntStream.range(0, times).forEach(i -> codes.redeem(ANA, wrong));
    }

    private String anotherThan(String code) {
        return Stream.generate(() -> codes.issue(ANA, Purpose.SIGN_IN))
                .filter(next -> !next.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
