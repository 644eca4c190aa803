package com.klinity.transcription.sphinx;

import edu.cmu.sphinx.decoder.search.Token;
import java.util.ArrayList;
import java.util.List;

/** A word at a time in a {@link WordGraph}. Scores are natural logarithms. */
final class WordNode {
    private record Edge(WordNode from, double score) {}

    private final Token token;
    private final List<Edge> entering = new ArrayList<>();
    private double forward = Double.NEGATIVE_INFINITY;
    private double backward = Double.NEGATIVE_INFINITY;
    private double probability;

    WordNode(Token token) {
        this.token = token;
    }

    /** What entering this word costs, whichever way one comes. */
    float entryScore() {
        return token.getLanguageScore() + token.getInsertionScore();
    }

    void enterFrom(WordNode before, double score) {
        entering.add(new Edge(before, score));
        forward = add(forward, before.forward() + score);
    }

    /** The score of all paths from the beginning to here. */
    double forward() {
        return entering.isEmpty() ? 0 : forward;
    }

    void reachEnd() {
        backward = 0;
    }

    /** Adds the paths from here to the end to those of the words before. */
    void passBack() {
        for (Edge edge : entering) {
            edge.from().backward = add(edge.from().backward, backward + edge.score());
        }
    }

    void normalize(double all) {
        probability = Math.exp(forward() + backward - all);
    }

    double probability() {
        return probability;
    }

    boolean isSpoken(String word, long atMs) {
        return token.getCollectTime() >= atMs
                && WordPath.startOf(token) <= atMs
                && token.getWord().getSpelling().equals(word);
    }

    private static double add(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
    }
}
