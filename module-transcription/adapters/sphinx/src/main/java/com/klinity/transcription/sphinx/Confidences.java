package com.klinity.transcription.sphinx;

import edu.cmu.sphinx.result.Lattice;
import edu.cmu.sphinx.result.LatticeOptimizer;
import edu.cmu.sphinx.result.Node;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.util.LogMath;
import java.util.Collection;
import java.util.List;

/**
 * How sure the decoder is of a word: the posterior probability, over all paths it still considered, that this word is
 * spoken at this time.
 */
final class Confidences {
    private final Collection<Node> nodes;

    private Confidences(Collection<Node> nodes) {
        this.nodes = nodes;
    }

    static Confidences of(Result result) {
        // A lattice can only be built back from a path that reached the end of a sentence.
        if (result.getBestFinalToken() == null) {
            return new Confidences(List.of());
        }
        Lattice lattice = new Lattice(result);
        new LatticeOptimizer(lattice).optimize();
        lattice.computeNodePosteriors(1);
        return new Confidences(lattice.getNodes());
    }

    double of(String word, long startMs, long endMs) {
        long middle = (startMs + endMs) / 2;
        double sum = nodes.stream()
                .filter(node -> node.getWord().getSpelling().equals(word))
                .filter(node -> node.getBeginTime() <= middle && middle <= node.getEndTime())
                .mapToDouble(node -> LogMath.getLogMath().logToLinear((float) node.getPosterior()))
                .sum();
        return Double.isFinite(sum) ? Math.clamp(sum, 0, 1) : 0;
    }
}
