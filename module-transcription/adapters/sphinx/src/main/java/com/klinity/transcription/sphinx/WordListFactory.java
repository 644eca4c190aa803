package com.klinity.transcription.sphinx;

import edu.cmu.sphinx.decoder.search.ActiveList;
import edu.cmu.sphinx.decoder.search.ActiveListFactory;

/** Makes a {@link WordList} for each frame. */
final class WordListFactory extends ActiveListFactory {
    WordListFactory(Beams beams) {
        super(beams.words(), beams.wordWidth());
    }

    @Override
    public ActiveList newInstance() {
        return new WordList(absoluteBeamWidth, logRelativeBeamWidth);
    }
}
