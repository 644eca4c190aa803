package com.klinity.appointments;

import org.jspecify.annotations.Nullable;

/** What text may be made of. Half of a surrogate pair would be stored as a question mark, so it is refused. */
final class Text {

    static final String LINE = "must be one line of text without control characters";
    static final String PROSE = "must be text without control characters other than tabs and line ends";

    private Text() {}

    /** True for nothing, and for text on one line. */
    static boolean isLine(@Nullable String text) {
        return text == null || text.codePoints().noneMatch(Text::isUnprintable);
    }

    /** True for nothing, and for text of any number of lines. */
    static boolean isProse(@Nullable String text) {
        return text == null
                || text.codePoints()
                        .filter(point -> point != '\n' && point != '\r' && point != '\t')
                        .noneMatch(Text::isUnprintable);
    }

    private static boolean isUnprintable(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
