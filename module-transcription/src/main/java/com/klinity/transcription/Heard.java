package com.klinity.transcription;

import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.Utterance;
import com.klinity.transcription.spi.Word;
import java.util.List;

/** What an engine gave, in the form that is kept. */
final class Heard {

    private static final int REPLACEMENT = 0xFFFD;

    private Heard() {}

    static List<Spoken> of(Transcription transcription) {
        return transcription.utterances().stream().map(Heard::spoken).toList();
    }

    private static Spoken spoken(Utterance utterance) {
        List<Spoken.Word> words = utterance.words().stream().map(Heard::word).toList();
        return new Spoken(
                storable(utterance.speaker()),
                utterance.startMs(),
                utterance.endMs(),
                storable(utterance.text()),
                words.isEmpty() ? null : words);
    }

    private static Spoken.Word word(Word word) {
        return new Spoken.Word(storable(word.text()), word.startMs(), word.endMs(), word.confidence());
    }

    /** Engines are not trusted to give text that a database can hold: NUL and halves of surrogate pairs are replaced. */
    static String storable(String text) {
        return text.codePoints()
                .map(unit -> unit == 0 || (unit <= Character.MAX_VALUE && Character.isSurrogate((char) unit))
                        ? REPLACEMENT
                        : unit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
