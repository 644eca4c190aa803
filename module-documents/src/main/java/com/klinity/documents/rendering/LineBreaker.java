package com.klinity.documents.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks one paragraph into lines of a width. Used once. */
final class LineBreaker {

    private static final Pattern WORD = Pattern.compile(" +|[^ ]+");

    private final Typeface typeface;
    private final float width;
    private final List<List<Run>> lines = new ArrayList<>();
    private List<Run> line = new ArrayList<>();
    // The text of the last run, as long as it grows.
    private final StringBuilder text = new StringBuilder();
    private Style style = Style.TEXT;
    private float used;

    private LineBreaker(Typeface typeface, float width) {
        this.typeface = typeface;
        this.width = width;
    }

    /** The lines; one without runs for an empty paragraph. */
    static List<List<Run>> lines(List<Run> paragraph, Typeface typeface, float width) {
        LineBreaker breaker = new LineBreaker(typeface, width);
        for (Run run : paragraph) {
            Matcher word = WORD.matcher(typeface.printable(run.text()));
            while (word.find()) {
                breaker.add(word.group(), run.style());
            }
        }
        breaker.endLine();
        return breaker.lines;
    }

    private void add(String word, Style style) {
        float needed = typeface.width(word, style.size());
        boolean space = word.isBlank();
        if (used + needed > width && !space) {
            if (used > 0) {
                endLine();
            }
            if (needed > width) {
                addInPieces(word, style);
                return;
            }
        }
        if (!space || used > 0) {
            append(word, style, needed);
        }
    }

    /** A word wider than the line goes on in the next one. */
    private void addInPieces(String word, Style style) {
        for (int at = 0; at < word.length(); ) {
            String character = Character.toString(word.codePointAt(at));
            float needed = typeface.width(character, style.size());
            if (used + needed > width) {
                endLine();
            }
            append(character, style, needed);
            at += character.length();
        }
    }

    private void append(String more, Style of, float needed) {
        if (!style.equals(of)) {
            endRun();
            style = of;
        }
        text.append(more);
        used += needed;
    }

    private void endRun() {
        if (!text.isEmpty()) {
            line.add(new Run(text.toString(), style));
            text.setLength(0);
        }
    }

    private void endLine() {
        endRun();
        lines.add(line);
        line = new ArrayList<>();
        used = 0;
    }
}
