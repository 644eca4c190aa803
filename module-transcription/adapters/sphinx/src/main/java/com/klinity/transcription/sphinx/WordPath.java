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
        Confidences confidences = Confidences.of(result);
        List<Word> words = new ArrayList<>();
        for (Token token = wordAt(bestToken()); token != null; token = wordAt(token.getPredecessor())) {
            if (!isFiller(token)) {
                words.add(word(token, confidences));
            }
        }
        Collections.reverse(words);
        return words;
    }

    private @Nullable Token bestToken() {
        Token complete = result.getBestFinalToken();
        return complete == null ? result.getBestToken() : complete;
    }

    private Word word(Token token, Confidences confidences) {
        Token before = wordAt(token.getPredecessor());
        long start = before == null ? 0 : Math.max(0, before.getCollectTime());
        long end = Math.max(start, token.getCollectTime());
        String text = token.getWord().getSpelling();
        return new Word(text, fromBeginning(start), fromBeginning(end), confidences.of(text, start, end));
    }

    private long fromBeginning(long msInSegment) {
        return Math.min(segment.startMs() + msInSegment, segment.endMs());
    }

    private static boolean isFiller(Token token) {
        return token.getWord().isFiller()
                || token.getWord().isSentenceStartWord()
                || token.getWord().isSentenceEndWord();
    }

    /** The nearest word token from here towards the beginning. */
    private static @Nullable Token wordAt(@Nullable Token from) {
        Token token = from;
        while (token != null && !token.isWord()) {
            token = token.getPredecessor();
        }
        return token;
    }
}
