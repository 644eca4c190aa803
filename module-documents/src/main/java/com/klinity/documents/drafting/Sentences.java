package com.klinity.documents.drafting;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts text into sentences. */
public final class Sentences {

    /** White space after an end mark, unless that is the dot of a title; or a line's end. */
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?<=[.!?\u2026][\"')\\]\u201d\u2019]?)(?<!\\b(?:Mr|Mrs|Ms|Dr|Dra|Sr|Sra|St|Prof|vs|approx|aprox)\\.)\\s+|\\s*\\R\\s*",
            Pattern.CASE_INSENSITIVE);

    private Sentences() {}

    /** The sentences in their order, stripped; none is blank. */
    public static List<String> of(String text) {
        return BOUNDARY.splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
