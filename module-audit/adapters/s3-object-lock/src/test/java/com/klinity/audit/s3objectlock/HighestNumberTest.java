package com.klinity.audit.s3objectlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighestNumberTest {

    private static OptionalLong highest(NavigableSet<Long> numbers) {
        return HighestNumber.of(above -> {
            Long next = numbers.higher(above);
            return next == null ? OptionalLong.empty() : OptionalLong.of(next);
        });
    }

    @Test
    void of_nothing_there_is_none() {
        assertEquals(OptionalLong.empty(), highest(new TreeSet<>()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 1024, 1L << 61, (1L << 62) + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void a_single_one_is_the_highest(long number) {
        assertEquals(OptionalLong.of(number), highest(new TreeSet<>(Set.of(number))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 63})
    void it_is_found_among_any_numbers(long bits) {
        Random random = new Random(bits);
        for (int round = 0; round < 200; round++) {
            NavigableSet<Long> numbers = new TreeSet<>();
            random.longs(1 + random.nextInt(100)).forEach(number -> numbers.add((number >>> (64 - bits)) + 1));
            numbers.removeIf(number -> number < 1);
            assertEquals(numbers.isEmpty() ? OptionalLong.empty() : OptionalLong.of(numbers.last()), highest(numbers));
        }
    }

    @ParameterizedTest
    @MethodSource
    void it_is_found_with_few_questions(long count) {
        AtomicInteger questions = new AtomicInteger();
        OptionalLong highest = HighestNumber.of(above -> {
            questions.incrementAndGet();
            return above < count ? OptionalLong.of(above + 1) : OptionalLong.empty();
        });
        assertEquals(OptionalLong.of(count), highest);
        assertTrue(questions.get() <= 130, () -> questions + " questions");
    }

    static LongStream it_is_found_with_few_questions() {
        return LongStream.of(1, 1000, 631_152, Integer.MAX_VALUE, Long.MAX_VALUE);
    }
}
