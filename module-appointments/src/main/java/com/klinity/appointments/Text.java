package com.klinity.appointments;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What text may be made of, beyond what the platform refuses everywhere. */
final class Text {

    static final String LINE = "must be one line of text without control characters, invisible tags or characters that"
            + " turn the direction of writing round";
    static final String VISIBLE = "must hold something that can be seen";
    static final String PROSE = "must be text without control characters other than tabs and line ends";

    private static final Pattern RUNS = Pattern.compile("\\p{Zs}{2,}");

    /** Letters and symbols that are drawn as nothing: fillers of Hangul and of Khmer, the empty pattern of Braille. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private Text() {}

    /**
     * True for nothing, and for text on one line whose characters stand in the order in which they are read: no overrides,
     * embeddings or isolates (Unicode UAX 9), which make a name read like another one, and no tags, which nobody sees.
     */
    static boolean isLine(@Nullable String text) {
        return text == null || text.codePoints().noneMatch(Text::isForbidden);
    }

    /** True for nothing, and for text of any number of lines. */
    static boolean isProse(@Nullable String text) {
        return text == null
                || text.chars()
                        .filter(unit -> unit != '\n' && unit != '\r' && unit != '\t')
                        .noneMatch(Character::isISOControl);
    }

    /** True for nothing, and for text that holds a letter, digit, sign or symbol. */
    static boolean isVisible(@Nullable String text) {
        return text == null || text.codePoints().anyMatch(Text::isDrawn);
    }

    /** Without spaces at its ends, and with one where there are several. Linear in the length. */
    static String tidy(String text) {
        return RUNS.matcher(trimmed(text)).replaceAll(" ");
    }

    /** The same; null when nothing is left. */
    static @Nullable String tidyOrNull(@Nullable String text) {
        String tidy = text == null ? "" : tidy(text);
        return tidy.isEmpty() ? null : tidy;
    }

    /** What was stored before a rule was made, without the characters that the rule forbids. */
    static @Nullable String mended(@Nullable String stored) {
        if (stored == null || (isLine(stored) && isVisible(stored))) {
            return stored;
        }
        String line = stored.codePoints()
                .filter(point -> !isForbidden(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return isVisible(line) ? tidyOrNull(line) : null;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isEmpty(text.charAt(from))) {
            from++;
        }
        while (to > from && isEmpty(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Spaces of all kinds, and what takes no room and has no meaning at an end. */
    private static boolean isEmpty(char unit) {
        return Character.getType(unit) == Character.SPACE_SEPARATOR
                || unit == '\u00ad'
                || unit == '\u200b'
                || unit == '\u2060'
                || unit == '\ufeff';
    }

    private static boolean isForbidden(int point) {
        return Character.isISOControl(point)
                || point == 0x2028
                || point == 0x2029
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x206f)
                || (point >= 0xfff9 && point <= 0xfffb)
                || (point >= 0xe0000 && point <= 0xe007f);
    }

    private static boolean isDrawn(int point) {
        return switch (Character.getType(point)) {
            case Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> BLANK_LETTERS.indexOf(point) < 0;
        };
    }
}
