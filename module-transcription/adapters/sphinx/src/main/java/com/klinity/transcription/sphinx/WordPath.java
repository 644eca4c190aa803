package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.Word;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.result.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best path through the search, as words. A word's token carries the time at which the word ends; it begins where
 * the word or silence before it ended.
 */
final class WordPath {
    private final Segment segment;
    private final Result result;

    WordPath(Segment segment, Result result) {
        this.segment = segment;
        this.result = result;
    }

    List<Word> words() {
        Token last = wordAt(bestToken());
        if (last == null) {
            return List.of();
        }
        WordGraph graph = new WordGraph(last, result.getAlternateHypothesisManager());
        List<Word> words = new ArrayList<>();
        for (Token token = last; token != null; token = wordAt(token.getPredecessor())) {
            if (!isFiller(token)) {
                words.add(word(token, graph));
            }
        }
        Collections.reverse(words);
        return words;
    }

    /** The nearest word token from here towards the beginning. */
    static @Nullable Token wordAt(@Nullable Token from) {
        Token token = from;
        while (token != null && !token.isWord()) {
            token = token.getPredecessor();
        }
        return token;
    }

    /** When a word begins, in ms since the segment's beginning. */
    static long startOf(Token word) {
        Token before = wordAt(word.getPredecessor());
        return before == null ? 0 : Math.max(0, before.getCollectTime());
    }

    private @Nullable Token bestToken() {
        Token complete = result.getBestFinalToken();
        return complete == null ? result.getBestToken() : complete;
    }

    private Word word(Token token, WordGraph graph) {
        long start = startOf(token);
        long end = Math.max(start, token.getCollectTime());
        String text = token.getWord().getSpelling();
        double confidence = graph.probability(text, (start + end) / 2);
        return new Word(text, fromBeginning(start), fromBeginning(end), confidence);
    }

    private long fromBeginning(long msInSegment) {
        return Math.min(segment.startMs() + msInSegment, segment.endMs());
    }

    private static boolean isFiller(Token token) {
        return token.getWord().isFiller()
                || token.getWord().isSentenceStartWord()
                || token.getWord().isSentenceEndWord();
    }
}
