package com.klinity.distribution.disclosure;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.ProgressListener;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import com.klinity.transcription.spi.TranscriptionRequest;
import com.klinity.transcription.spi.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An engine of somebody else's, which keeps what it hears. */
record OutsideEngine(Border border, Queue<byte[]> heard) implements TranscriptionEngineProvider {

    OutsideEngine(Border border) {
        this(border, new ConcurrentLinkedQueue<>());
    }

    @Override
    public String name() {
        return "outside-engine";
    }

    @Override
    public Vendor vendor() {
        return Border.OUTSIDE;
    }

    @Override
    public TranscriptionEngine open(Settings settings) {
        return border.guard(TranscriptionEngine.class, new Ear(heard));
    }

    /** Hears one sentence in every recording. */
    private record Ear(Queue<byte[]> heard) implements TranscriptionEngine {

        @Override
        public Transcription transcribe(AudioSource audio, TranscriptionRequest request, ProgressListener progress) {
            try (InputStream in = audio.open()) {
                heard.add(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Transcription(
                    "en", List.of(new Utterance("A", 0, 400, "My head hurts – \"a lot\".", List.of())));
        }

        @Override
        public void close() {}
    }
}
