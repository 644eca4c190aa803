package com.klinity.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 §14.1.2, on a content of 1000 bytes. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=999-999, 999, 999",
        "bytes=500-, 500, 999",
        "bytes=500-4000, 500, 999",
        "bytes=-1, 999, 999",
        "bytes=-1000, 0, 999",
        "bytes=-5000, 0, 999",
        "bytes=10-99999999999999999999999, 10, 999",
        "bytes=-99999999999999999999999, 0, 999",
        "Bytes= 1-2, 1, 2"
    })
    void one_range_is_cut_out(String header, long first, long last) {
        assertEquals(new ByteRange.Part(first, last), ByteRange.of(header, 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=99999999999999999999999-"})
    void a_range_past_the_end_has_nothing(String header) {
        assertInstanceOf(ByteRange.Outside.class, ByteRange.of(header, 1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=5-4",
                "bytes=-",
                "bytes=",
                "bytes",
                "",
                "items=0-5",
                "bytes=a-b",
                "bytes=0x1-2",
                "bytes=1--2",
                "bytes=٣-٤"
            })
    void what_is_not_one_range_gives_everything(String header) {
        assertEquals(ByteRange.WHOLE, ByteRange.of(header, 1000));
    }

    @Test
    void a_part_tells_its_length() {
        assertEquals(100, new ByteRange.Part(0, 99).length());
    }

    @Test
    void a_part_tells_where_it_lies() {
        assertEquals("bytes 0-99/1000", new ByteRange.Part(0, 99).contentRange(1000));
    }
}
