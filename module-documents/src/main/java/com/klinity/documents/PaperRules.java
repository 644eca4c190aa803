package com.klinity.documents;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Rules;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How much a document may hold so that it prints on at most 200 pages, whatever its letters: the text and, apart from it,
 * what is added after signing. A line of the widest letters holds 48 of them, a page 47 lines.
 */
final class PaperRules {

    static final int MOST_CHARACTERS = 150_000;
    static final int MOST_LINES = 3_000;
    static final int MOST_ADDENDA = 50;
    static final int MOST_ADDED_CHARACTERS = 60_000;
    static final int MOST_ADDED_LINES = 1_200;

    /** What begins a new line on paper, as {@code \R} of {@link Pattern}. */
    private static final Pattern BREAK = Pattern.compile("\\R");

    /** A citation is set smaller, so it takes the place of about so many characters. */
    private static final int OF_A_CITATION = 12;

    private PaperRules() {}

    /**
     * A document's text.
     *
     * @param pointer what in the body is to blame
     * @throws Refusal 422 when it is too long
     */
    static void check(String pointer, List<Section> sections) {
        long characters = sections.stream().mapToLong(PaperRules::characters).sum();
        long lines =
                sections.stream().mapToLong(section -> lines(section.text())).sum();
        new Rules()
                .require(
                        pointer,
                        characters <= MOST_CHARACTERS,
                        "must have at most " + MOST_CHARACTERS + " characters in all sections together, each citation"
                                + " counted as " + OF_A_CITATION)
                .require(
                        pointer,
                        lines <= MOST_LINES,
                        "must have at most " + MOST_LINES + " lines in all sections together")
                .enforce();
    }

    /**
     * One addendum more.
     *
     * @throws Refusal 422 when it would be one too many, or they would be too long together
     */
    static void check(List<Addendum> before, String text) {
        long characters = text.length()
                + before.stream()
                        .mapToLong(addendum -> addendum.text().length())
                        .sum();
        long lines = lines(text)
                + before.stream().mapToLong(addendum -> lines(addendum.text())).sum();
        new Rules()
                .require("", before.size() < MOST_ADDENDA, "a document takes at most " + MOST_ADDENDA + " addenda")
                .require(
                        "/text",
                        characters <= MOST_ADDED_CHARACTERS,
                        "must have at most " + MOST_ADDED_CHARACTERS + " characters together with earlier addenda")
                .require(
                        "/text",
                        lines <= MOST_ADDED_LINES,
                        "must have at most " + MOST_ADDED_LINES + " lines together with earlier addenda")
                .enforce();
    }

    private static long characters(Section section) {
        long citations = Absent.toEmpty(section.sentences()).stream()
                .mapToLong(sentence -> sentence.citations().size())
                .sum();
        return section.text().length() + citations * OF_A_CITATION;
    }

    private static long lines(String text) {
        return 1 + BREAK.matcher(text).results().count();
    }
}
