package com.klinity.documents.drafting;

import com.klinity.documents.spi.DraftRequest.Utterance;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that was said: a sentence of an utterance, or several utterances when a pause fell into the sentence.
 *
 * @param text       as the transcript has it
 * @param utterances indexes of the utterances it comes from
 * @param last       the last of these utterances
 */
record Remark(String text, List<Integer> utterances, Utterance last) {

    static Remark of(String text, Utterance utterance) {
        return new Remark(text, List.of(utterance.index()), utterance);
    }

    Remark with(Remark next) {
        List<Integer> both = Stream.concat(utterances.stream(), next.utterances.stream())
                .distinct()
                .toList();
        return new Remark(text + " " + next.text, both, next.last);
    }

    String words() {
        return Words.of(text);
    }

    boolean isPunctuated() {
        return !text.isEmpty() && ".!?\u2026".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    boolean asks(CueTable cues) {
        return text.endsWith("?") || (!isPunctuated() && cues.asks(words()));
    }
}
