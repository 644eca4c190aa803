package com.klinity.distribution.isolation;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.ProgressListener;
import com.klinity.transcription.spi.Transcription;
import com.klinity.transcription.spi.TranscriptionEngine;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionRequest;
import com.klinity.transcription.spi.Utterance;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Hears the first word of the vocabulary, unless that word tells it to fail or never to end. */
final class ObedientEngine implements TranscriptionEngineProvider, TranscriptionEngine {

    static final String NAME = "obedient";
    static final String FAIL = "fail";
    static final String NEVER_END = "never-end";

    @Override
    public Transcription transcribe(AudioSource audio, TranscriptionRequest request, ProgressListener progress) {
        String word = request.vocabulary().getFirst();
        switch (word) {
            case FAIL -> throw new TranscriptionFailure(TranscriptionFailure.Code.UNREADABLE_AUDIO, "Told to fail.");
            case NEVER_END -> waitForTheEnd();
            default -> progress.at(1);
        }
        return new Transcription("en", List.of(new Utterance("A", 0, 500, "I have a cough, " + word, List.of())));
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscriptionFailure(TranscriptionFailure.Code.CANCELLED, "Cancelled.", e);
        }
    }

    @Override
    public void close() {
        // has nothing open
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("does as tests tell it", true);
    }

    @Override
    public TranscriptionEngine open(Settings settings) {
        return this;
    }
}
