package com.klinity.platform.spi;

import org.jspecify.annotations.Nullable;

/** Tells what people can read from what only computers do. */
public final class ReadableText {

    /** What to say where {@link #isLine} is false. */
    public static final String LINE =
            "must be one line of text without control characters, invisible tags or characters that"
                    + " turn the direction of writing round";

    /** What to say where {@link #isVisible} is false. */
    public static final String VISIBLE = "must hold something that can be seen";

    /** What to say where {@link #isProse} is false. */
    public static final String PROSE = "must be text without control characters other than tabs and line ends";

    /** Letters and symbols that are drawn as nothing: fillers of Hangul and of Khmer, the empty pattern of Braille. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private ReadableText() {}

    /**
     * True for nothing, and for text on one line whose characters stand in the order in which they are read: no overrides,
     * embeddings or isolates (Unicode UAX 9), which make a name read like another one, and no tags, which nobody sees.
     */
    public static boolean isLine(@Nullable String text) {
        return text == null || text.codePoints().noneMatch(ReadableText::isForbidden);
    }

    /** True for nothing, and for text of any number of lines. */
    public static boolean isProse(@Nullable String text) {
        return text == null
                || text.chars()
                        .filter(unit -> unit != '\n' && unit != '\r' && unit != '\t')
                        .noneMatch(Character::isISOControl);
    }

    /** True for nothing, and for text that holds a letter, digit, sign or symbol. */
    public static boolean isVisible(@Nullable String text) {
        return text == null || text.codePoints().anyMatch(ReadableText::isDrawn);
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
