package com.klinity.transcription.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.transcription.spi.ProgressListener;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.TranscriptionRequest;
import com.klinity.transcription.spi.Utterance;
import com.klinity.transcription.spi.Word;
import com.klinity.transcription.testkit.Recording;
import com.klinity.transcription.testkit.TranscriptionEngineContract;
import com.klinity.transcription.testkit.WaveFile;
import com.klinity.transcription.testkit.WordErrorRate;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SphinxEngineTest extends TranscriptionEngineContract {
    private static final TranscriptionRequest ANY_LANGUAGE = new TranscriptionRequest("", 2, List.of("penicillin"));
    private static final SphinxEngine ENGINE = new SphinxEngine(SphinxSettings.withRecognizers(2));
    private static final double SECONDS = 5;

    private static @Nullable Transcription sample;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Override
    protected TranscriptionEngine engine() {
        return ENGINE;
    }

    @Override
    protected TranscriptionEngine openAnother() {
        return new SphinxEngine(SphinxSettings.withRecognizers(1));
    }

    @Override
    protected Recording speech() {
        return Sample.part(25, SECONDS);
    }

    @Override
    protected Duration speechLength() {
        return Duration.ofMillis((long) (SECONDS * 1000));
    }

    @Test
    void the_sample_consultation_has_few_word_errors() {
        Transcription transcription = sample();

        WordErrorRate errors = WordErrorRate.of(Sample.text(), transcription.text());
        assertTrue(errors.rate() < 0.06, () -> errors + " in\n" + transcription.text());
    }

    @Test
    void each_sentence_of_the_sample_is_an_utterance() {
        assertEquals(Sample.text().lines().count(), sample().utterances().size());
    }

    @Test
    void utterances_of_the_sample_lie_where_the_sentences_were_spoken() {
        Utterance penicillin = sample().utterances().get(9);

        assertEquals("I am allergic to penicillin", penicillin.text());
        assertTrue(Math.abs(penicillin.startMs() - 27_900) < 200, penicillin::toString);
        assertTrue(Math.abs(penicillin.endMs() - 29_800) < 200, penicillin::toString);
    }

    @Test
    void confidences_tell_words_apart() {
        DoubleSummaryStatistics confidences = sample().utterances().stream()
                .flatMap(utterance -> utterance.words().stream())
                .collect(Collectors.summarizingDouble(Word::confidence));

        assertTrue(confidences.getMax() > 0.9 && confidences.getMin() < 0.7, confidences::toString);
    }

    @Test
    void an_interrupt_in_the_middle_of_segments_leaves_no_trace() {
        Transcription undisturbed = threeSentences(fraction -> {});

        TranscriptionFailure failure = assertThrows(
                TranscriptionFailure.class,
                () -> threeSentences(fraction -> Thread.currentThread().interrupt()));

        assertEquals(Code.CANCELLED, failure.code());
        assertTrue(Thread.interrupted(), "the interrupt status stays set");
        assertEquals(undisturbed, threeSentences(fraction -> {}));
    }

    @Test
    void closing_cancels_what_is_under_way() {
        TranscriptionEngine engine = openAnother();
        ProgressListener closing = fraction -> engine.close();

        TranscriptionFailure failure = assertThrows(
                TranscriptionFailure.class, () -> engine.transcribe(Sample.part(25, 8.5), ANY_LANGUAGE, closing));

        assertEquals(Code.CANCELLED, failure.code());
    }

    @Test
    void a_decoder_that_needs_too_much_memory_fails_its_recording_and_leaves_the_engine_usable() {
        try (TranscriptionEngine small = new SphinxEngine(new SphinxSettings(1, 24))) {
            TranscriptionFailure first = assertThrows(
                    TranscriptionFailure.class,
                    () -> small.transcribe(Sample.part(25, 4), ANY_LANGUAGE, fraction -> {}));

            assertEquals(Code.ENGINE_OUT_OF_MEMORY, first.code());
            assertEquals(
                    List.of(),
                    small.transcribe(WaveFile.SPEECH.silence(1), ANY_LANGUAGE, fraction -> {})
                            .utterances());
        }
    }

    @Test
    void closing_leaves_no_process_behind() {
        TranscriptionEngine engine = openAnother();
        engine.transcribe(Sample.part(25, 3), ANY_LANGUAGE, fraction -> {});
        List<ProcessHandle> working = ProcessHandle.current().children().toList();

        engine.close();

        assertTrue(working.stream().anyMatch(SphinxEngineTest::ends), "the engine's own is gone");
    }

    private static boolean ends(ProcessHandle process) {
        return process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .thenApply(gone -> !gone.isAlive())
                .join();
    }

    private static Transcription threeSentences(ProgressListener progress) {
        return ENGINE.transcribe(Sample.part(25, 8.5), ANY_LANGUAGE, progress);
    }

    private static Transcription sample() {
        Transcription known = sample;
        if (known == null) {
            known = ENGINE.transcribe(Sample.recording(), ANY_LANGUAGE, fraction -> {});
            sample = known;
        }
        return known;
    }
}
