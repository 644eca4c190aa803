package com.klinity.distribution;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.ProgressListener;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import com.klinity.transcription.spi.TranscriptionRequest;
import com.klinity.transcription.spi.Utterance;
import java.util.List;

/** Hears one sentence in every recording, and then the words that are expected. */
final class HearingEngine implements TranscriptionEngineProvider, TranscriptionEngine {

    static final String NAME = "hearing";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("Hears what tests need", true);
    }

    @Override
    public TranscriptionEngine open(Settings settings) {
        return this;
    }

    @Override
    public Transcription transcribe(AudioSource audio, TranscriptionRequest request, ProgressListener progress) {
        return new Transcription("en-US", List.of(new Utterance("A", 0, 400, said(request), List.of())));
    }

    private static String said(TranscriptionRequest request) {
        return String.join(" ", "My head hurts.", String.join(" ", request.vocabulary()))
                .strip();
    }

    @Override
    public void close() {}
}
