package com.klinity.transcription.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.TranscriptionRequest;
import com.klinity.transcription.spi.Utterance;
import com.klinity.transcription.spi.Word;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every engine must do. Extend it in the adapter's tests. Engines that keep models may hand out one engine for all
 * tests; {@link #openAnother()} is closed by the test that opened it.
 */
public abstract class TranscriptionEngineContract {
    private static final Set<String> USUAL =
            Set.of("audio/wav", "audio/mpeg", "audio/ogg", "audio/flac", "audio/webm", "audio/mp4", "audio/aac");

    private static final TranscriptionRequest ENGLISH = new TranscriptionRequest("en-US", 0, List.of());
    private static final Duration PROMPTLY = Duration.ofSeconds(5);

    /** For subclasses. */
    protected TranscriptionEngineContract() {}

    /**
     * The engine under test.
     *
     * @return an open engine that understands {@code en-US}
     */
    protected abstract TranscriptionEngine engine();

    /**
     * A further engine of the same kind.
     *
     * @return an open engine, the caller's to close
     */
    protected abstract TranscriptionEngine openAnother();

    /**
     * A WAV recording of some seconds in which somebody speaks US English.
     *
     * @return a new one at each call
     */
    protected abstract Recording speech();

    /**
     * How long {@link #speech()} is.
     *
     * @return its length
     */
    protected abstract Duration speechLength();

    @Test
    void speech_gives_text_in_the_language_asked_for() {
        Transcription transcription = transcribe(speech());

        assertEquals("en-US", transcription.language());
        assertFalse(transcription.text().isBlank());
    }

    @Test
    void media_types_are_told_by_their_usual_names() {
        assertTrue(USUAL.containsAll(engine().mediaTypes()), () -> engine().mediaTypes() + " are not of " + USUAL);
    }

    @Test
    void utterances_come_in_the_order_of_their_beginnings() {
        List<Long> starts = transcribe(speech()).utterances().stream()
                .map(Utterance::startMs)
                .toList();

        assertEquals(starts.stream().sorted().toList(), starts);
    }

    @Test
    void words_follow_each_other_inside_their_utterance() {
        for (Utterance utterance : transcribe(speech()).utterances()) {
            long reached = utterance.startMs();
            for (Word word : utterance.words()) {
                assertTrue(word.startMs() >= reached, () -> word + " begins too early");
                reached = word.endMs();
            }
            assertTrue(reached <= utterance.endMs(), () -> utterance.text() + " ends too early");
        }
    }

    @Test
    void no_utterance_ends_after_the_recording() {
        long last = transcribe(speech()).utterances().stream()
                .mapToLong(Utterance::endMs)
                .max()
                .orElseThrow();

        assertTrue(last <= speechLength().toMillis(), () -> "ends at " + last + " ms");
    }

    @Test
    void the_same_recording_gives_the_same_transcription() {
        assertEquals(transcribe(speech()), transcribe(speech()));
    }

    @Test
    void progress_rises_to_one_on_the_calling_thread() {
        ProgressRecord progress = new ProgressRecord();

        engine().transcribe(speech(), ENGLISH, progress);

        List<Double> fractions = progress.fractions();
        assertAll(
                () -> assertEquals(fractions.stream().sorted().toList(), fractions, "never falls"),
                () -> assertEquals(1.0, fractions.getLast(), "ends at one"),
                () -> assertEquals(1, fractions.stream().filter(f -> f == 1.0).count(), "one only once"),
                () -> assertTrue(fractions.getFirst() >= 0, "begins at zero or above"),
                () -> assertTrue(progress.threads().stream().allMatch(t -> t.equals(Thread.currentThread()))));
    }

    @Test
    void what_the_listener_throws_reaches_the_caller() {
        IllegalStateException thrown = new IllegalStateException("enough");

        IllegalStateException reached = assertThrows(
                IllegalStateException.class,
                () -> engine().transcribe(speech(), ENGLISH, fraction -> {
                    throw thrown;
                }));

        assertSame(thrown, reached);
    }

    @Test
    void silence_gives_no_utterance() {
        assertEquals(List.of(), transcribe(WaveFile.SPEECH.silence(3)).utterances());
    }

    @Test
    void a_recording_without_samples_gives_no_utterance() {
        assertEquals(List.of(), transcribe(WaveFile.SPEECH.silence(0)).utterances());
    }

    @Test
    void steady_noise_gives_no_utterance() {
        assertEquals(List.of(), transcribe(WaveFile.SPEECH.noise(3)).utterances());
    }

    @Test
    void what_is_not_audio_is_refused() {
        assertEquals(Code.UNSUPPORTED_AUDIO, failure(Recording.notAudio()).code());
    }

    @Test
    void a_truncated_recording_is_refused() {
        assertEquals(Code.UNREADABLE_AUDIO, failure(cutShort()).code());
    }

    @Test
    void a_recording_cut_within_its_header_is_refused() {
        assertEquals(Code.UNREADABLE_AUDIO, failure(speech().cutTo(20)).code());
    }

    @Test
    void a_recording_that_cannot_be_opened_is_refused() {
        TranscriptionFailure failure = failure(new Unreadable());

        assertEquals(Code.UNREADABLE_AUDIO, failure.code());
    }

    @Test
    void an_unknown_language_is_refused() {
        TranscriptionRequest klingon = new TranscriptionRequest("tlh", 0, List.of());

        TranscriptionFailure failure =
                assertThrows(TranscriptionFailure.class, () -> engine().transcribe(speech(), klingon, fraction -> {}));

        assertEquals(Code.UNSUPPORTED_LANGUAGE, failure.code());
    }

    @Test
    void every_stream_is_closed_after_success() {
        Recording recording = speech();

        transcribe(recording);

        assertAll(
                () -> assertTrue(recording.timesOpened() >= 1, "was opened"),
                () -> assertEquals(0, recording.stillOpen(), "is closed"));
    }

    @Test
    void every_stream_is_closed_after_a_failure() {
        Recording recording = cutShort();

        failure(recording);

        assertEquals(0, recording.stillOpen());
    }

    @Test
    void an_interrupt_cancels_promptly() throws InterruptedException {
        Interruptible running = Interruptible.start(speech(), this::transcribe);

        assertTrue(running.endsWhenInterrupted(PROMPTLY), "ends promptly");
        TranscriptionFailure failure = running.failure();
        assertNotNull(failure, "ends with a failure");
        assertEquals(Code.CANCELLED, failure.code());
        assertTrue(running.interruptKept(), "the interrupt status stays set");
    }

    @Test
    void the_engine_stays_usable_after_a_cancellation() throws InterruptedException {
        Transcription undisturbed = transcribe(speech());

        Interruptible.start(speech(), this::transcribe).endsWhenInterrupted(PROMPTLY);

        assertEquals(undisturbed, transcribe(speech()));
    }

    @Test
    void two_at_once_give_the_same_as_one() throws InterruptedException, ExecutionException {
        Transcription alone = transcribe(speech());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Transcription> one = () -> transcribe(speech());
            for (Future<Transcription> together : threads.invokeAll(List.of(one, one))) {
                assertEquals(alone, together.get());
            }
        }
    }

    @Test
    void a_closed_engine_is_unavailable() {
        TranscriptionEngine engine = openAnother();
        engine.close();
        engine.close();

        TranscriptionFailure failure =
                assertThrows(TranscriptionFailure.class, () -> engine.transcribe(speech(), ENGLISH, fraction -> {}));

        assertEquals(Code.ENGINE_UNAVAILABLE, failure.code());
    }

    @Test
    void failures_do_not_show_what_was_said() {
        Stream.of(failure(Recording.notAudio()), failure(cutShort()))
                .forEach(failure ->
                        assertFalse(String.valueOf(failure.getMessage()).contains("letter")));
    }

    private Transcription transcribe(AudioSource audio) {
        return engine().transcribe(audio, ENGLISH, fraction -> {});
    }

    private Recording cutShort() {
        Recording whole = speech();
        return whole.cutTo(whole.length() * 7 / 10);
    }

    private TranscriptionFailure failure(AudioSource audio) {
        return assertThrows(TranscriptionFailure.class, () -> transcribe(audio));
    }

    private static final class Unreadable implements AudioSource {
        @Override
        public String contentType() {
            return "audio/wav";
        }

        @Override
        public long length() {
            return 1000;
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("gone");
        }
    }
}
