package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.ProgressListener;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.TranscriptionRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a recording on the caller's thread and lets the recognizers decode it segment by segment. */
final class SphinxEngine implements TranscriptionEngine {
    private static final String LANGUAGE = "en-US";
    private static final int READ_AHEAD_BYTES = 1 << 16;

    private final Recognizers recognizers;

    SphinxEngine(SphinxSettings settings) {
        this(settings, () -> DecoderProcess.start(DecoderCommand.of(settings.megabytes())));
    }

    SphinxEngine(SphinxSettings settings, Supplier<Recognizer> maker) {
        recognizers = new Recognizers(settings.recognizers(), maker);
    }

    @Override
    public Transcription transcribe(AudioSource audio, TranscriptionRequest request, ProgressListener progress) {
        refuseOtherLanguages(request.language());
        recognizers.refuseIfClosed();
        try (InputStream bytes = new BufferedInputStream(audio.open(), READ_AHEAD_BYTES)) {
            return transcribe(Wave.read(bytes, audio.length()), progress);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled(interrupted);
        } catch (IOException unreadable) {
            throw Thread.currentThread().isInterrupted() ? cancelled(unreadable) : unreadable(unreadable);
        }
    }

    private Transcription transcribe(Wave wave, ProgressListener progress) throws IOException, InterruptedException {
        try (SegmentQueue decoding = new SegmentQueue(recognizers)) {
            Segmenter segments = new Segmenter(wave.samples());
            Progress reported = new Progress(progress, wave.totalSamples());
            for (var segment = segments.next(); segment.isPresent(); segment = segments.next()) {
                decoding.add(segment.get(), reported);
            }
            decoding.finish(reported);
            reported.done();
            return new Transcription(LANGUAGE, decoding.utterances());
        }
    }

    @Override
    public void close() {
        recognizers.close();
    }

    @Override
    public Set<String> languages() {
        return Set.of("en");
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("audio/wav");
    }

    private static void refuseOtherLanguages(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        if (!tag.isEmpty() && !language.equals("en")) {
            throw new TranscriptionFailure(
                    Code.UNSUPPORTED_LANGUAGE, "The built-in engine understands English only (en-US).");
        }
    }

    private static TranscriptionFailure cancelled(Exception cause) {
        return new TranscriptionFailure(Code.CANCELLED, "The transcription was cancelled.", cause);
    }

    private static TranscriptionFailure unreadable(IOException cause) {
        return new TranscriptionFailure(Code.UNREADABLE_AUDIO, "The recording could not be read.", cause);
    }
}
