package com.klinity.documents.rendering;

import java.util.List;

/** Tells what paper can show. */
public final class Printable {

    private Printable() {}

    /** Characters of a text that no font draws rightly, each once, in their order; empty when paper shows all of it. */
    public static List<Integer> missing(String text) {
        return Atoms.of(List.of(new Run(text, Style.TEXT))).missing().stream()
                .distinct()
                .toList();
    }
}
