package com.klinity.documents.rendering;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters, by the presentation forms that Unicode has for them (The Unicode Standard §9.2): what a letter
 * looks like depends on its neighbours. The forms and what joins to what are read from the names of those characters.
 */
final class ArabicForms {

    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final String[] NAMES = {"ISOLATED FORM", "FINAL FORM", "INITIAL FORM", "MEDIAL FORM"};

    private static final int LAM = 0x644;
    private static final int TATWEEL = 0x640;
    private static final int JOINER = 0x200D;
    private static final int FIRST_LIGATURE = 0xFEF5;
    private static final int LAST_LIGATURE = 0xFEFC;
    /** Where a lam swallowed its alef. */
    private static final int SWALLOWED = JOINER;

    private static final Map<Integer, int[]> FORMS = new HashMap<>();
    private static final Map<Integer, int[]> LAM_WITH = new HashMap<>();

    static {
        for (int form = 0xFB50; form <= LAST_LIGATURE; form++) {
            String plain = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            boolean ligature = form >= FIRST_LIGATURE;
            if (Character.isDefined(form) && plain.length() == (ligature ? 2 : 1)) {
                int letter = plain.charAt(plain.length() - 1);
                note(ligature ? LAM_WITH : FORMS, letter, form);
            }
        }
    }

    private ArabicForms() {}

    private static void note(Map<Integer, int[]> forms, int letter, int form) {
        for (int kind = 0; kind < NAMES.length; kind++) {
            if (String.valueOf(Character.getName(form)).endsWith(NAMES[kind])) {
                forms.computeIfAbsent(letter, key -> new int[NAMES.length])[kind] = form;
            }
        }
    }

    /** Whether a letter of the script can be drawn: those that join need forms, which not all of them have. */
    static boolean canDraw(int character) {
        return character == TATWEEL || FORMS.containsKey(character) || !Character.isLetter(character);
    }

    /** The same text, as many code points, in the forms of its letters. */
    static int[] joined(int[] text) {
        int[] joined = text.clone();
        for (int at = 0; at < text.length; at++) {
            int[] forms = FORMS.get(text[at]);
            if (forms != null && joined[at] == text[at]) {
                joined[at] = form(text, at, forms);
                swallowAlef(text, joined, at);
            }
        }
        return joined;
    }

    private static void swallowAlef(int[] text, int[] joined, int at) {
        int[] ligature = text[at] == LAM && at + 1 < text.length ? LAM_WITH.get(text[at + 1]) : null;
        if (ligature != null) {
            joined[at] = joinsBefore(text, at) ? ligature[FINAL] : ligature[ISOLATED];
            joined[at + 1] = SWALLOWED;
        }
    }

    private static int form(int[] text, int at, int[] forms) {
        boolean before = forms[FINAL] != 0 && joinsBefore(text, at);
        boolean after = forms[INITIAL] != 0 && joinsAfter(text, at);
        int kind = before ? (after && forms[MEDIAL] != 0 ? MEDIAL : FINAL) : after ? INITIAL : ISOLATED;
        return forms[kind] == 0 ? text[at] : forms[kind];
    }

    private static boolean joinsBefore(int[] text, int at) {
        int before = at - 1;
        while (before >= 0 && isTransparent(text[before])) {
            before--;
        }
        return before >= 0 && (causesJoining(text[before]) || has(text[before], INITIAL));
    }

    private static boolean joinsAfter(int[] text, int at) {
        int after = at + 1;
        while (after < text.length && isTransparent(text[after])) {
            after++;
        }
        return after < text.length && (causesJoining(text[after]) || has(text[after], FINAL));
    }

    private static boolean has(int letter, int kind) {
        int[] forms = FORMS.get(letter);
        return forms != null && forms[kind] != 0;
    }

    private static boolean causesJoining(int character) {
        return character == TATWEEL || character == JOINER;
    }

    private static boolean isTransparent(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
