package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is kept stays as it is, whatever is kept afterwards. */
@Tag("LG-3")
interface KeepingContract extends WitnessUnderTest {

    @TestFactory
    default Stream<DynamicTest> a_document_is_read_back_byte_by_byte() {
        return IntStream.of(1, 2, 1000, (1 << 16) + 1, (3 << 20) + 7, AuditWitness.MOST_BYTES)
                .mapToObj(length -> dynamicTest(length + " bytes", () -> {
                    byte[] document = WitnessUnderTest.noise(length);
                    witness().keep(length, document);
                    assertArrayEquals(document, witness().read(length).orElseThrow());
                }));
    }

    @TestFactory
    default Stream<DynamicTest> any_number_from_one_can_be_kept() {
        return LongStream.of(1, 2, 10, 999_999, Integer.MAX_VALUE + 1L, Long.MAX_VALUE - 1, Long.MAX_VALUE)
                .mapToObj(number -> dynamicTest("number " + number, () -> {
                    byte[] document = WitnessUnderTest.document(number);
                    witness().keep(number, document);
                    assertArrayEquals(document, witness().read(number).orElseThrow());
                }));
    }

    @TestFactory
    default Stream<DynamicTest> a_number_below_one_is_refused() {
        return LongStream.of(0, -1, Long.MIN_VALUE)
                .mapToObj(number -> dynamicTest(
                        "number " + number,
                        () -> assertThrows(
                                IllegalArgumentException.class, () -> witness().keep(number, new byte[] {1}))));
    }

    @TestFactory
    default Stream<DynamicTest> a_number_that_was_not_kept_is_not_there() {
        return LongStream.of(Long.MIN_VALUE, -1, 0, 1, 2, 4, 30, Long.MAX_VALUE)
                .mapToObj(number -> dynamicTest("number " + number, () -> {
                    witness().keep(3, WitnessUnderTest.document(3));
                    assertFalse(witness().read(number).isPresent());
                }));
    }

    @Test
    default void the_same_bytes_again_are_harmless() {
        witness().keep(1, WitnessUnderTest.document(1));
        assertDoesNotThrow(() -> witness().keep(1, WitnessUnderTest.document(1)));
    }

    @Test
    default void the_same_bytes_again_change_nothing() {
        witness().keep(1, WitnessUnderTest.document(1));
        witness().keep(1, WitnessUnderTest.document(1));
        assertArrayEquals(WitnessUnderTest.document(1), witness().read(1).orElseThrow());
    }

    @TestFactory
    default Stream<DynamicTest> other_bytes_under_a_kept_number_are_a_conflict() {
        witness().keep(1, WitnessUnderTest.document(1));
        return others().entrySet().stream()
                .map(other ->
                        dynamicTest(other.getKey(), () -> assertEquals(Code.CONFLICT, failureOf(1, other.getValue()))));
    }

    @TestFactory
    default Stream<DynamicTest> after_a_conflict_the_first_bytes_stay() {
        witness().keep(1, WitnessUnderTest.document(1));
        return others().entrySet().stream()
                .map(other -> dynamicTest(other.getKey(), () -> {
                    failureOf(1, other.getValue());
                    assertArrayEquals(
                            WitnessUnderTest.document(1), witness().read(1).orElseThrow());
                }));
    }

    @Test
    default void after_a_conflict_the_first_bytes_may_be_kept_again() {
        witness().keep(1, WitnessUnderTest.document(1));
        failureOf(1, WitnessUnderTest.document(2));
        assertDoesNotThrow(() -> witness().keep(1, WitnessUnderTest.document(1)));
    }

    @Test
    default void what_the_caller_does_to_its_array_afterwards_is_its_own_affair() {
        byte[] document = WitnessUnderTest.document(1);
        witness().keep(1, document);
        Arrays.fill(document, (byte) 0);
        Arrays.fill(witness().read(1).orElseThrow(), (byte) 0);
        assertArrayEquals(WitnessUnderTest.document(1), witness().read(1).orElseThrow());
    }

    @Test
    default void what_was_kept_outlives_the_one_who_kept_it() {
        byte[] document = WitnessUnderTest.noise(100_000);
        witness().keep(7, document);
        reopen();
        assertArrayEquals(document, witness().read(7).orElseThrow());
    }

    @Test
    default void a_conflict_is_found_after_reopening_too() {
        witness().keep(7, WitnessUnderTest.document(7));
        reopen();
        assertEquals(Code.CONFLICT, failureOf(7, WitnessUnderTest.document(8)));
    }

    private static Map<String, byte[]> others() {
        byte[] kept = WitnessUnderTest.document(1);
        byte[] oneBit = kept.clone();
        oneBit[oneBit.length - 1] ^= 1;
        return Map.of(
                "one bit differs", oneBit,
                "longer", Arrays.copyOf(kept, kept.length + 1),
                "shorter", Arrays.copyOf(kept, kept.length - 1),
                "nothing", new byte[0],
                "another document", WitnessUnderTest.document(2));
    }
}
