package com.klinity.documents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Set;

/**
 * Dates and times as one account writes them: in its zone, with the offset, since a paper outlives the rules of its zone;
 * and in the order of its language. English, whose readers differ in what 3/4 is, and languages that write the year
 * first, have the form of ISO 8601.
 */
record Times(DateTimeFormatter date, DateTimeFormatter time, DateTimeFormatter second) {

    private static final Set<String> DAY_FIRST =
            Set.of("pt", "es", "fr", "it", "ca", "gl", "ro", "el", "vi", "id", "ar", "he", "th");
    private static final Set<String> WITH_POINTS = Set.of(
            "de", "pl", "cs", "sk", "ru", "uk", "bg", "fi", "nb", "no", "da", "tr", "hr", "sl", "sr", "et", "lv");

    static Times of(Region region) {
        String language = Locale.forLanguageTag(region.locale()).getLanguage();
        String date = pattern(language);
        ZoneId zone = zone(region.timeZone());
        return new Times(form(date, zone), form(date + " HH:mm", zone), form(date + " HH:mm:ss", zone));
    }

    /** {@code 28/11/2026 21:30 UTC-03:00}; in UTC itself the offset is left out. */
    private static DateTimeFormatter form(String pattern, ZoneId zone) {
        DateTimeFormatterBuilder form = new DateTimeFormatterBuilder().appendPattern(pattern);
        if (pattern.contains("HH")) {
            form.appendLiteral(" UTC").appendOffset("+HH:MM", "");
        }
        return form.toFormatter(Locale.ROOT).withZone(zone);
    }

    private static String pattern(String language) {
        if (DAY_FIRST.contains(language)) {
            return "dd/MM/uuuu";
        }
        return WITH_POINTS.contains(language) ? "dd.MM.uuuu" : "uuuu-MM-dd";
    }

    /** A zone that this server does not know, from a newer one, is printed in UTC and says so. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    String date(LocalDate day) {
        return date.format(day);
    }

    /** To the minute. */
    String time(Instant moment) {
        return time.format(moment);
    }

    /** To the second, where the order of events counts. */
    String second(Instant moment) {
        return second.format(moment);
    }
}
