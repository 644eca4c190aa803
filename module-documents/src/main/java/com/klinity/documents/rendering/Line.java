package com.klinity.documents.rendering;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * One line in the order it is drawn, from left to right.
 *
 * @param width       in points
 * @param rightToLeft whether its paragraph begins at the right
 */
record Line(List<Piece> pieces, float width, boolean rightToLeft) {

    /**
     * Text in one style and font.
     *
     * @param text as it is drawn, left to right
     */
    record Piece(String text, FontFile font, Style style) {}

    /** Puts what was read one after the other where it belongs (Unicode Standard Annex 9, rules L1 to L3). */
    static Line of(List<Atom> read, byte base) {
        List<List<Atom>> clusters = clusters(read);
        byte[] levels = new byte[clusters.size()];
        boolean atEnd = true;
        for (int at = levels.length - 1; at >= 0; at--) {
            Atom first = clusters.get(at).getFirst();
            atEnd = atEnd && first.isSpace();
            levels[at] = atEnd ? base : first.level();
        }
        Object[] drawn = clusters.toArray();
        if (drawn.length > 0) {
            Bidi.reorderVisually(levels, 0, drawn, 0, drawn.length);
        }
        List<Atom> atoms = new ArrayList<>(read.size());
        for (Object cluster : drawn) {
            ((List<?>) cluster).forEach(atom -> atoms.add((Atom) atom));
        }
        float width = 0;
        for (Atom atom : read) {
            width += atom.width();
        }
        return new Line(pieces(atoms), width, base % 2 == 1);
    }

    /** Marks stay behind what they stand on, whatever the direction. */
    private static List<List<Atom>> clusters(List<Atom> read) {
        List<List<Atom>> clusters = new ArrayList<>(read.size());
        for (Atom atom : read) {
            if (atom.mark() && !clusters.isEmpty()) {
                clusters.getLast().add(atom);
            } else {
                List<Atom> cluster = new ArrayList<>(1);
                cluster.add(atom);
                clusters.add(cluster);
            }
        }
        return clusters;
    }

    private static List<Piece> pieces(List<Atom> drawn) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < drawn.size(); at++) {
            Atom atom = drawn.get(at);
            text.appendCodePoint(atom.shown());
            Atom next = at + 1 < drawn.size() ? drawn.get(at + 1) : null;
            if (next == null || next.font() != atom.font() || !next.style().equals(atom.style())) {
                pieces.add(new Piece(text.toString(), atom.font(), atom.style()));
                text.setLength(0);
            }
        }
        return pieces;
    }

    /** In points. */
    float height() {
        return (float) pieces.stream()
                .mapToDouble(piece -> piece.style().lineHeight())
                .max()
                .orElse(Style.TEXT.lineHeight());
    }
}
