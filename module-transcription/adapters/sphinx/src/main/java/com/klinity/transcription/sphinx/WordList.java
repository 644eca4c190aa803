package com.klinity.transcription.sphinx;

import edu.cmu.sphinx.decoder.search.ActiveList;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.linguist.WordSearchState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that may end at a frame, best first. Sphinx finds words of the same sound in the order of their objects'
 * hash codes; without an order of our own, equal scores would be decided differently at each run.
 */
final class WordList implements ActiveList {
    private static final Comparator<Token> BEST_FIRST =
            Comparator.comparingDouble(Token::getScore).reversed().thenComparing(WordList::pronunciation);

    private final int most;
    private final float width;
    private final List<Token> tokens = new ArrayList<>();
    private @Nullable Token best;

    /**
     * Makes an empty list.
     *
     * @param most how many words survive
     * @param width how much worse than the best a word may be, as a logarithm in Sphinx's base
     */
    WordList(int most, float width) {
        this.most = most;
        this.width = width;
    }

    @Override
    public void add(Token token) {
        tokens.add(token);
        if (token.getScore() > getBestScore()) {
            best = token;
        }
    }

    @Override
    public ActiveList purge() {
        tokens.sort(BEST_FIRST);
        if (tokens.size() > most) {
            tokens.subList(most, tokens.size()).clear();
        }
        return this;
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public List<Token> getTokens() {
        return tokens;
    }

    @Override
    public Iterator<Token> iterator() {
        return tokens.iterator();
    }

    @Override
    public float getBeamThreshold() {
        return getBestScore() + width;
    }

    @Override
    public float getBestScore() {
        return best == null ? -Float.MAX_VALUE : best.getScore();
    }

    @Override
    public void setBestToken(@Nullable Token token) {
        best = token;
    }

    @Override
    public @Nullable Token getBestToken() {
        return best;
    }

    @Override
    public ActiveList newInstance() {
        return new WordList(most, width);
    }

    private static String pronunciation(Token token) {
        return token.getSearchState() instanceof WordSearchState word
                ? word.getPronunciation().toString()
                : "";
    }
}
