package com.klinity.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "pt-BR, America/Sao_Paulo, 28/11/2026 21:30 UTC-03:00, 05/03/1980",
        "en,    UTC,               2026-11-29 00:30 UTC, 1980-03-05",
        "en-US, America/New_York,  2026-11-28 19:30 UTC-05:00, 1980-03-05",
        "de,    Europe/Berlin,     29.11.2026 01:30 UTC+01:00, 05.03.1980",
        "en,    Asia/Kathmandu,    2026-11-29 06:15 UTC+05:45, 1980-03-05"
    })
    void a_moment_and_a_day_are_written_as_the_account_writes_them(
            String locale, String zone, String moment, String day) {
        Times times = Times.of(new Region(locale, zone));
        assertEquals(moment, times.time(Instant.parse("2026-11-29T00:30:00Z")));
        assertEquals(day, times.date(LocalDate.of(1980, 3, 5)));
    }

    @Test
    void the_offset_is_that_of_the_day() {
        Times times = Times.of(new Region("en", "Europe/Berlin"));
        assertEquals("2026-07-01 02:00:01 UTC+02:00", times.second(Instant.parse("2026-07-01T00:00:01Z")));
    }

    @Test
    void a_zone_that_this_server_does_not_know_is_printed_in_utc() {
        assertEquals(
                "2026-07-01 00:00 UTC",
                Times.of(new Region("en", "Mars/Olympus")).time(Instant.parse("2026-07-01T00:00:00Z")));
    }
}
