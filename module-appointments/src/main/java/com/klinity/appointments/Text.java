package com.klinity.appointments;

import org.jspecify.annotations.Nullable;

/** What text may be made of, beyond what the platform refuses everywhere. */
final class Text {

    static final String LINE = "must be one line of text without control characters";
    static final String PROSE = "must be text without control characters other than tabs and line ends";

    private Text() {}

    /** True for nothing, and for text on one line. */
    static boolean isLine(@Nullable String text) {
        return text == null || text.chars().noneMatch(Character::isISOControl);
    }

    /** True for nothing, and for text of any number of lines. */
    static boolean isProse(@Nullable String text) {
        return text == null
                || text.chars()
                        .filter(unit -> unit != '\n' && unit != '\r' && unit != '\t')
                        .noneMatch(Character::isISOControl);
    }
}
