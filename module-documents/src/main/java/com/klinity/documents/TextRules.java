package com.klinity.documents;

import com.klinity.platform.spi.Rules;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules that the texts and keys of several bodies share. */
final class TextRules {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    private TextRules() {}

    /** Text that can be stored and hashed: no NUL, no half of a surrogate pair. */
    static void wellFormed(Rules rules, String pointer, @Nullable String text) {
        rules.require(
                pointer,
                text == null || text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE),
                "must be well-formed Unicode text without U+0000");
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** A section's key: there, short, and only once. */
    static void key(Rules rules, String pointer, @Nullable String key, Set<String> seen) {
        if (key == null) {
            rules.present(pointer, null);
            return;
        }
        rules.require(
                        pointer,
                        KEY.matcher(key).matches(),
                        "must be 1 to 64 letters, digits, '_', '-' or '.', the first a letter or digit")
                .require(pointer, seen.add(key), "must differ from the other keys");
    }
}
