package com.klinity.documents.rendering;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line in the order it is drawn, from left to right.
 *
 * @param width       in points
 * @param rightToLeft whether its paragraph begins at the right
 */
record Line(List<Piece> pieces, float width, boolean rightToLeft) {

    /**
     * Text in one style, font and direction; of what runs from right to left, one word.
     *
     * @param text   as it is drawn, left to right
     * @param offset from the left end of the line, in points
     * @param read   where it begins in what is read
     */
    record Piece(String text, FontFile font, Style style, float offset, int read) {}

    /** Characters that stay together, whatever the direction: marks and what they stand on. */
    private record Cluster(int read, List<Atom> atoms) {

        byte level() {
            return atoms.getFirst().level();
        }

        boolean isSpace() {
            return atoms.getFirst().isSpace();
        }

        /** Whether the next one on the right is drawn with it. */
        boolean goesOnWith(Cluster right) {
            boolean leftToRight = level() % 2 == 0;
            return level() == right.level() && (leftToRight || (!isSpace() && !right.isSpace()));
        }
    }

    /** Puts what was read one after the other where it belongs (Unicode Standard Annex 9, rules L1 to L3). */
    static Line of(List<Atom> read, byte base) {
        List<Cluster> clusters = clusters(read);
        byte[] levels = new byte[clusters.size()];
        boolean atEnd = true;
        for (int at = levels.length - 1; at >= 0; at--) {
            Cluster cluster = clusters.get(at);
            atEnd = atEnd && cluster.isSpace();
            levels[at] = atEnd ? base : cluster.level();
        }
        Cluster[] drawn = clusters.toArray(Cluster[]::new);
        if (drawn.length > 0) {
            Bidi.reorderVisually(levels, 0, drawn, 0, drawn.length);
        }
        float width = 0;
        for (Atom atom : read) {
            width += atom.width();
        }
        return new Line(pieces(drawn), width, base % 2 == 1);
    }

    private static List<Cluster> clusters(List<Atom> read) {
        List<Cluster> clusters = new ArrayList<>(read.size());
        for (int at = 0; at < read.size(); at++) {
            Atom atom = read.get(at);
            if (!atom.mark() || clusters.isEmpty()) {
                clusters.add(new Cluster(at, new ArrayList<>(1)));
            }
            clusters.getLast().atoms().add(atom);
        }
        return clusters;
    }

    private static List<Piece> pieces(Cluster[] drawn) {
        Pieces pieces = new Pieces();
        for (int at = 0; at < drawn.length; at++) {
            if (at > 0 && !drawn[at - 1].goesOnWith(drawn[at])) {
                pieces.end();
            }
            for (Atom atom : drawn[at].atoms()) {
                pieces.add(atom, drawn[at].read());
            }
        }
        pieces.end();
        return pieces.all;
    }

    /** Gathers pieces from left to right. */
    private static final class Pieces {

        private final List<Piece> all = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable Atom last;
        private float begin;
        private float end;
        private int read;

        void add(Atom atom, int place) {
            if (last != null && (last.font() != atom.font() || !last.style().equals(atom.style()))) {
                end();
            }
            read = last == null ? place : Math.min(read, place);
            text.appendCodePoint(atom.shown());
            last = atom;
            end += atom.width();
        }

        void end() {
            if (last != null) {
                all.add(new Piece(text.toString(), last.font(), last.style(), begin, read));
            }
            text.setLength(0);
            last = null;
            begin = end;
        }
    }

    /** As they follow one another in what is read, which is how a paper is read aloud, searched and copied from. */
    List<Piece> inReadingOrder() {
        return pieces.stream().sorted(Comparator.comparingInt(Piece::read)).toList();
    }

    /** In points. */
    float height() {
        return (float) pieces.stream()
                .mapToDouble(piece -> piece.style().lineHeight())
                .max()
                .orElse(Style.TEXT.lineHeight());
    }
}
