package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The last checkpoint is the one with the highest number. */
@Tag("LG-3")
interface LastContract extends WitnessUnderTest {

    @Test
    default void there_is_no_last_one_at_first() {
        assertEquals(OptionalLong.empty(), witness().last());
    }

    @Test
    default void asking_for_one_that_is_not_there_does_not_make_it_the_last() {
        witness().read(5);
        assertEquals(OptionalLong.empty(), witness().last());
    }

    @Test
    default void the_only_one_is_the_last() {
        keepAll(1);
        assertEquals(OptionalLong.of(1), witness().last());
    }

    @Test
    default void after_several_it_is_the_highest() {
        keepAll(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertEquals(OptionalLong.of(11), witness().last());
    }

    @Test
    default void gaps_do_not_matter() {
        keepAll(3, 4, 70, 1000, 1_000_000, 5_000_000_000L);
        assertEquals(OptionalLong.of(5_000_000_000L), witness().last());
    }

    @Test
    default void the_order_of_keeping_does_not_matter() {
        keepAll(100, 9, 10, 2);
        assertEquals(OptionalLong.of(100), witness().last());
    }

    @Test
    default void the_largest_number_there_is_can_be_the_last() {
        keepAll(1, Long.MAX_VALUE);
        assertEquals(OptionalLong.of(Long.MAX_VALUE), witness().last());
    }

    @Test
    default void a_conflict_does_not_move_it() {
        keepAll(1, 2);
        failureOf(1, WitnessUnderTest.document(3));
        assertEquals(OptionalLong.of(2), witness().last());
    }

    @Test
    default void it_outlives_the_one_who_kept_it() {
        keepAll(1, 2);
        reopen();
        assertEquals(OptionalLong.of(2), witness().last());
    }

    private void keepAll(long... numbers) {
        LongStream.of(numbers).forEach(number -> witness().keep(number, WitnessUnderTest.document(number)));
    }
}
