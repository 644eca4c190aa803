package com.klinity.documents;

/** Tells what somebody can see from what only computers do. */
final class Visible {

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int HANGUL_FILLER = 0x3164;
    private static final int HALFWIDTH_HANGUL_FILLER = 0xFFA0;
    private static final int HANGUL_LEADING_FILLER = 0x115F;
    private static final int HANGUL_VOWEL_FILLER = 0x1160;

    private Visible() {}

    /** Whether there is anything to see in a text: a letter, digit, sign or picture, and not marks or spaces alone. */
    static boolean isIn(String text) {
        return text.codePoints().anyMatch(Visible::isSeen);
    }

    /** Whether a character breaks the line, cannot be seen though it acts, or turns the direction of what follows. */
    static boolean hidesOrTurns(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> character != 0x200C && character != 0x200D;
            default -> false;
        };
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> !isBlank(character);
        };
    }

    /** Letters and signs by their kind, though nothing is drawn for them. */
    private static boolean isBlank(int character) {
        return character == BRAILLE_BLANK
                || character == HANGUL_FILLER
                || character == HALFWIDTH_HANGUL_FILLER
                || character == HANGUL_LEADING_FILLER
                || character == HANGUL_VOWEL_FILLER;
    }
}
