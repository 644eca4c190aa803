package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.transcription.spi.Word;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
    @ParameterizedTest
    @CsvSource({
        "take a deep breath, Take a deep breath",
        "now i think i'm fine, Now I think I'm fine",
        "it is in his lung, It is in his lung",
        "i, I",
    })
    void begins_with_a_capital_and_writes_i_as_one(String recognised, String readable) {
        List<Word> words = Stream.of(recognised.split(" ", -1))
                .map(text -> new Word(text, 0, 1, 1))
                .toList();

        assertEquals(readable, Sentence.of(words));
    }
}
