package com.klinity.documents.rendering;

/**
 * One character as it is drawn.
 *
 * @param shown  what is drawn for it, joined and mirrored
 * @param level  of the Unicode Bidirectional Algorithm; odd from right to left
 * @param mark   drawn over or under the one before
 */
record Atom(int shown, FontFile font, Style style, byte level, boolean mark) {

    static final int SPACE = ' ';

    boolean isSpace() {
        return shown == SPACE;
    }

    /** In points. */
    float width() {
        return font.thousandths(shown) * style.size() / 1000;
    }
}
