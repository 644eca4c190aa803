package com.klinity.documents.rendering;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** The scripts that are drawn rightly letter by letter, or, as Arabic is, by forms that Unicode has for the letters. */
final class Scripts {

    private static final Set<UnicodeScript> DRAWN = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.CHEROKEE,
            UnicodeScript.CANADIAN_ABORIGINAL,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    private Scripts() {}

    /** False for those whose letters change places or melt together, as in India's: letter by letter they would be wrong. */
    static boolean areDrawn(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        return DRAWN.contains(script) && (script != UnicodeScript.ARABIC || ArabicForms.canDraw(character));
    }

    static boolean isEastAsian(int character) {
        return EAST_ASIAN.contains(UnicodeScript.of(character))
                || (character >= 0x3000 && character <= 0x303F)
                || (character >= 0xFF00 && character <= 0xFFEF);
    }
}
