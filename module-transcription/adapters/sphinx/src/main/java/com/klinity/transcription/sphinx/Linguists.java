package com.klinity.transcription.sphinx;

import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.linguist.acoustic.AcousticModel;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import edu.cmu.sphinx.linguist.allphone.AllphoneLinguist;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.TextDictionary;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.linguist.language.ngram.trie.NgramTrieModel;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import edu.cmu.sphinx.util.props.ConfigurationManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be said: sequences of words for the search, and of bare phones for its look-ahead.
 *
 * @param words the dictionary's words, weighed by the language model
 * @param phones any phone after any other
 */
record Linguists(Linguist words, Linguist phones) {
    private static final int TRIGRAMS = 3;

    Linguists(SpeechModel model, Sphinx3Loader loader, UnitManager units) {
        this(model, new TiedStateAcousticModel(loader, units, true), units);
    }

    private Linguists(SpeechModel model, AcousticModel acoustics, UnitManager units) {
        this(words(model, acoustics, units), phones(acoustics));
    }

    private static Linguist words(SpeechModel model, AcousticModel acoustics, UnitManager units) {
        Dictionary dictionary = new TextDictionary(model.dictionary(), model.fillers(), List.of(), null, units);
        LanguageModel language = new NgramTrieModel(
                "bin", model.language(), null, Tuning.NGRAM_CACHE, false, TRIGRAMS, dictionary, false, 1, 1, 1);
        return new LexTreeLinguist(
                acoustics,
                units,
                language,
                dictionary,
                true,
                true,
                Tuning.WORD_INSERTION,
                Tuning.SILENCE_INSERTION,
                Tuning.FILLER_INSERTION,
                1,
                Tuning.LANGUAGE_WEIGHT,
                true,
                false,
                1,
                0);
    }

    // The one part that can only be made from a property sheet.
    private static Linguist phones(AcousticModel acoustics) {
        ConfigurationManager sheets = new ConfigurationManager();
        sheets.addConfigurable(acoustics, AllphoneLinguist.PROP_ACOUSTIC_MODEL);
        sheets.addConfigurable(
                AllphoneLinguist.class,
                "phones",
                new HashMap<>(Map.of(
                        AllphoneLinguist.PROP_ACOUSTIC_MODEL,
                        AllphoneLinguist.PROP_ACOUSTIC_MODEL,
                        AllphoneLinguist.PROP_PIP,
                        Double.toString(Tuning.PHONE_INSERTION))));
        return sheets.lookup("phones");
    }
}
