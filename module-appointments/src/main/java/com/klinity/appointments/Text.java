package com.klinity.appointments;

import com.klinity.platform.spi.ReadableText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How names and the like are kept. */
final class Text {

    private static final Pattern RUNS = Pattern.compile("\\p{Zs}{2,}");

    private Text() {}

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
        if (stored == null || (ReadableText.isLine(stored) && ReadableText.isVisible(stored))) {
            return stored;
        }
        String line = stored.codePoints()
                .filter(point -> ReadableText.isLine(Character.toString(point)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return ReadableText.isVisible(line) ? tidyOrNull(line) : null;
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
}
