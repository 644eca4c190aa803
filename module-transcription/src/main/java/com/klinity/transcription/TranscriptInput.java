package com.klinity.transcription;

import com.klinity.platform.spi.Rules;
import com.klinity.transcription.spi.TranscriptionRequest;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a practitioner says of a recording before it is heard.
 *
 * @param language   BCP 47 tag; null leaves it to the engine
 * @param speakers   how many people speak, 1 to 32; null when unknown
 * @param vocabulary words worth expecting, such as names of drugs; null for none
 * @param engine     name of the engine to ask; null leaves it to the server
 */
record TranscriptInput(
        @Nullable String language,
        @Nullable Integer speakers,
        @Nullable List<@Nullable String> vocabulary,
        @Nullable String engine) {

    static final TranscriptInput NOTHING = new TranscriptInput(null, null, null, null);

    private static final int TAG_MOST = 35;
    private static final int SPEAKERS_MOST = 32;
    private static final int WORDS_MOST = 500;
    private static final int WORD_MOST = 100;

    TranscriptInput {
        new Rules()
                .require(
                        "/language", language == null || isTag(language), "must be a BCP 47 language tag such as en-US")
                .require("/speakers", speakers == null || isFrom1(speakers), "must be from 1 to " + SPEAKERS_MOST)
                .atMost("/vocabulary", vocabulary, WORDS_MOST)
                .require(
                        "/vocabulary",
                        vocabulary == null || vocabulary.stream().allMatch(TranscriptInput::isWord),
                        "must hold text of 1 to " + WORD_MOST + " characters")
                .enforce();
    }

    /** The same as engines take it, with the tag in its canonical form (RFC 5646 §4.5). */
    TranscriptionRequest request() {
        return new TranscriptionRequest(
                language == null ? "" : Locale.forLanguageTag(language).toLanguageTag(),
                speakers == null ? 0 : speakers,
                vocabulary == null
                        ? List.of()
                        : vocabulary.stream().map(Objects::requireNonNull).toList());
    }

    private static boolean isTag(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            return !locale.getLanguage().isEmpty() && text.length() <= TAG_MOST;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isFrom1(int speakers) {
        return speakers >= 1 && speakers <= SPEAKERS_MOST;
    }

    private static boolean isWord(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= WORD_MOST;
    }
}
