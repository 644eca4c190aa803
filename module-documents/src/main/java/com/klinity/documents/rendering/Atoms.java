package com.klinity.documents.rendering;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns one paragraph into what is drawn, still in the order it is read. */
final class Atoms {

    private static final String MIRRORED = "()[]{}<>\u00ab\u00bb\u2039\u203a\u2264\u2265\u226a\u226b\u27e8\u27e9"
            + "\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011";

    private final List<Atom> atoms = new ArrayList<>();
    private final List<Integer> missing = new ArrayList<>();
    private final byte base;

    private Atoms(List<Run> paragraph) {
        StringBuilder text = new StringBuilder();
        List<Style> styles = new ArrayList<>();
        for (Run run : paragraph) {
            String composed = Characters.composed(run.text());
            composed.codePoints().forEach(character -> styles.add(run.style()));
            text.append(composed);
        }
        int[] read = text.codePoints().toArray();
        Bidi bidi = bidi(text.toString());
        this.base = (byte) (bidi == null ? 0 : bidi.getBaseLevel());
        int[] drawn = bidi == null ? read : ArabicForms.joined(read);
        int unit = 0;
        for (int at = 0; at < read.length; at++) {
            byte level = (byte) (bidi == null ? 0 : bidi.getLevelAt(unit));
            add(read[at], drawn[at], styles.get(at), level);
            unit += Character.charCount(read[at]);
        }
    }

    static Atoms of(List<Run> paragraph) {
        return new Atoms(paragraph);
    }

    private static @Nullable Bidi bidi(String text) {
        char[] units = text.toCharArray();
        return Bidi.requiresBidi(units, 0, units.length) ? new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT) : null;
    }

    List<Atom> all() {
        return atoms;
    }

    /** Characters that no font draws rightly, in their order. */
    List<Integer> missing() {
        return missing;
    }

    /** Level of the paragraph: 1 when it runs from right to left. */
    byte base() {
        return base;
    }

    private void add(int read, int drawn, Style style, byte level) {
        if (Character.isWhitespace(read) || Character.isSpaceChar(read)) {
            atoms.add(new Atom(Atom.SPACE, FontFile.LIBERATION, style, level, false));
        } else if (!isInvisible(read) && !isInvisible(drawn)) {
            int shown = level % 2 == 1 ? mirrored(drawn) : drawn;
            FontFile font = Scripts.areDrawn(read) ? font(shown) : null;
            if (font == null) {
                missing.add(read);
            } else {
                atoms.add(new Atom(shown, font, style, level, isMark(read)));
            }
        }
    }

    private static @Nullable FontFile font(int shown) {
        for (FontFile font : FontFile.thatMayHave(shown)) {
            if (font.has(shown)) {
                return font;
            }
        }
        return null;
    }

    private static int mirrored(int character) {
        int at = MIRRORED.indexOf(character);
        return at < 0 ? character : MIRRORED.charAt(at ^ 1);
    }

    private static boolean isMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.ENCLOSING_MARK;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> character >= 0xFE00 && character <= 0xFE0F;
        };
    }
}
