package com.klinity.transcription;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.platform.spi.FieldError;
import com.klinity.platform.spi.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine is known not to do is refused when it is asked for: it would only fail in the queue, minutes later. */
class CapabilitiesTest {

    private static final String WAV = "audio/wav";

    private final Capabilities english = new Capabilities("e", true, List.of("en"), List.of(WAV));

    @ParameterizedTest
    @ValueSource(strings = {"pt", "pt-BR", "fr"})
    void a_language_that_it_does_not_understand_is_a_422(String tag) {
        assertEquals(
                List.of(new FieldError("/language", "must be one that the engine 'e' understands: en")),
                refused(wish(tag, null), WAV));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US", "en-Latn-GB"})
    void one_that_it_understands_is_taken(String tag) {
        assertDoesNotThrow(() -> english.require(wish(tag, null), WAV));
    }

    @Test
    void so_is_a_wish_that_names_none() {
        assertDoesNotThrow(() -> english.require(wish(null, "e"), WAV));
    }

    @Test
    void a_recording_in_a_format_that_it_does_not_take_is_a_422() {
        assertEquals(
                List.of(new FieldError("/recording/contentType", "is audio/mpeg, and the engine 'e' takes audio/wav")),
                refused(wish(null, null), "audio/mpeg"));
    }

    @Test
    void an_engine_that_is_not_there_is_a_422() {
        assertEquals(
                List.of(new FieldError("/engine", "must be one that this server has: e")),
                refused(wish(null, "other"), WAV));
    }

    @Test
    void all_of_it_is_told_at_once() {
        assertEquals(3, refused(wish("pt", "other"), "audio/mpeg").size());
    }

    @Test
    void an_engine_that_cannot_say_is_tried() {
        Capabilities any = new Capabilities("e", true, null, null);
        assertDoesNotThrow(() -> any.require(wish("tlh", null), "audio/mpeg"));
    }

    private List<FieldError> refused(TranscriptInput wish, String format) {
        return assertThrows(Refusal.class, () -> english.require(wish, format)).errors();
    }

    private static TranscriptInput wish(@Nullable String language, @Nullable String engine) {
        return new TranscriptInput(language, null, null, engine);
    }
}
