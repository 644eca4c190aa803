package com.klinity.transcription.sphinx;

import edu.cmu.sphinx.decoder.search.AlternateHypothesisManager;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.util.LogMath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All words the search still held possible, with the probability of each. Sphinx has a lattice of its own, but that one
 * goes by the hash codes of objects and so gives other numbers at each run.
 */
final class WordGraph {
    // Acoustic scores count as if frames were independent; this is the usual correction.
    private static final double SCALE = 1 / Tuning.LANGUAGE_WEIGHT;

    private final @Nullable AlternateHypothesisManager others;
    private final Map<Token, WordNode> nodes = new HashMap<>();
    private final List<WordNode> inOrder = new ArrayList<>();

    /**
     * Builds the graph of all paths that lead to one token.
     *
     * @param end the last word of the best path
     * @param others the ways into words that were not the best
     */
    WordGraph(Token end, @Nullable AlternateHypothesisManager others) {
        this.others = others;
        double all = node(end).forward();
        inOrder.getLast().reachEnd();
        inOrder.reversed().forEach(WordNode::passBack);
        inOrder.forEach(node -> node.normalize(all));
    }

    /** How probable it is that this word is spoken at this time, 0 to 1 in steps of a thousandth. */
    double probability(String word, long atMs) {
        double sum = inOrder.stream()
                .filter(node -> node.isSpoken(word, atMs))
                .mapToDouble(WordNode::probability)
                .sum();
        return Math.clamp(Math.round(sum * 1000) / 1000.0, 0, 1);
    }

    private WordNode node(Token token) {
        WordNode known = nodes.get(token);
        if (known != null) {
            return known;
        }
        WordNode node = new WordNode(token);
        nodes.put(token, node);
        enter(node, token.getPredecessor());
        if (others != null && others.hasAlternatePredecessors(token)) {
            others.getAlternatePredecessors(token).forEach(before -> enter(node, before));
        }
        inOrder.add(node); // after all that lead to it
        return node;
    }

    private void enter(WordNode node, @Nullable Token before) {
        Token word = WordPath.wordAt(before);
        if (before != null && word != null) {
            double score = before.getScore() - word.getScore() + node.entryScore();
            node.enterFrom(node(word), LogMath.getLogMath().logToLn((float) score) * SCALE);
        }
    }
}
