package com.klinity.documents.rendering;

import java.util.ArrayList;
import java.util.List;

/** Breaks one paragraph into lines of a width. Used once. */
final class LineBreaker {

    private final float width;
    private final byte base;
    private final List<Line> lines = new ArrayList<>();
    private final List<Atom> line = new ArrayList<>();
    private float used;

    private LineBreaker(float width, byte base) {
        this.width = width;
        this.base = base;
    }

    /**
     * The lines; one without text for an empty paragraph.
     *
     * @throws NotPrintable rather than lose a character
     */
    static List<Line> lines(List<Run> paragraph, float width) {
        Atoms atoms = Atoms.of(paragraph);
        if (!atoms.missing().isEmpty()) {
            throw new NotPrintable();
        }
        LineBreaker breaker = new LineBreaker(width, atoms.base());
        List<Atom> all = atoms.all();
        for (int from = 0; from < all.size(); ) {
            int to = from + 1;
            while (to < all.size() && all.get(to).isSpace() == all.get(from).isSpace()) {
                to++;
            }
            breaker.add(all.subList(from, to));
            from = to;
        }
        breaker.endLine();
        return breaker.lines;
    }

    private void add(List<Atom> word) {
        float needed = 0;
        for (Atom atom : word) {
            needed += atom.width();
        }
        boolean space = word.getFirst().isSpace();
        if (used + needed > width && !space) {
            if (used > 0) {
                endLine();
            }
            if (needed > width) {
                addInPieces(word);
                return;
            }
        }
        if (!space || used > 0) {
            line.addAll(word);
            used += needed;
        }
    }

    /** A word wider than the line goes on in the next one. */
    private void addInPieces(List<Atom> word) {
        for (Atom atom : word) {
            float needed = atom.width();
            if (used + needed > width && !atom.mark()) {
                endLine();
            }
            line.add(atom);
            used += needed;
        }
    }

    private void endLine() {
        lines.add(Line.of(line, base));
        line.clear();
        used = 0;
    }
}
