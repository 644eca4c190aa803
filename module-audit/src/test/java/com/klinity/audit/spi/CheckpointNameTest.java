package com.klinity.audit.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointNameTest {

    @Test
    void has_nineteen_digits() {
        assertEquals("checkpoint-0000000000000000017.txt", CheckpointName.of(17));
    }

    @Test
    void sorts_as_the_numbers_do() {
        long[] numbers = {1, 2, 9, 10, 99, 1_000_000_007, Long.MAX_VALUE};
        assertEquals(
                LongStream.of(numbers).mapToObj(CheckpointName::of).toList(),
                LongStream.of(numbers).mapToObj(CheckpointName::of).sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 4_294_967_296L, Long.MAX_VALUE})
    void gives_the_number_back(long number) {
        assertEquals(OptionalLong.of(number), CheckpointName.number(CheckpointName.of(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "checkpoint-.txt",
                "checkpoint-17.txt",
                "checkpoint-0000000000000000000.txt",
                "checkpoint-9223372036854775808.txt",
                "checkpoint-00000000000000000017.txt",
                "checkpoint-000000000000000001x.txt",
                "checkpoint-0000000000000000017.txt.part",
                "a/checkpoint-0000000000000000017.txt"
            })
    void another_name_has_no_number(String name) {
        assertEquals(OptionalLong.empty(), CheckpointName.number(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void there_is_none_below_one(long number) {
        assertThrows(IllegalArgumentException.class, () -> CheckpointName.of(number));
    }
}
