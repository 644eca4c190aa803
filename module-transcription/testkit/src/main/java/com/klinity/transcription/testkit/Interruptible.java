package com.klinity.transcription.testkit;

import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.TranscriptionFailure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A transcription on a thread of its own, to be interrupted once it has opened its recording. */
final class Interruptible {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable TranscriptionFailure failure;
    private volatile boolean interruptKept;

    private Interruptible(AudioSource audio, Consumer<AudioSource> transcription) {
        thread = Thread.ofPlatform().daemon().unstarted(() -> run(audio, transcription));
    }

    static Interruptible start(AudioSource audio, Consumer<AudioSource> transcription) {
        Interruptible started = new Interruptible(audio, transcription);
        started.thread.start();
        return started;
    }

    private void run(AudioSource audio, Consumer<AudioSource> transcription) {
        try {
            transcription.accept(new Signalling(audio));
        } catch (TranscriptionFailure ended) {
            failure = ended;
        }
        interruptKept = Thread.currentThread().isInterrupted();
    }

    /** Whether it ended within this time after an interrupt. */
    boolean endsWhenInterrupted(Duration within) throws InterruptedException {
        opened.await();
        thread.interrupt();
        return thread.join(within);
    }

    @Nullable
    TranscriptionFailure failure() {
        return failure;
    }

    boolean interruptKept() {
        return interruptKept;
    }

    private final class Signalling implements AudioSource {
        private final AudioSource audio;

        Signalling(AudioSource audio) {
            this.audio = audio;
        }

        @Override
        public String contentType() {
            return audio.contentType();
        }

        @Override
        public long length() {
            return audio.length();
        }

        @Override
        public InputStream open() throws IOException {
            InputStream stream = audio.open();
            opened.countDown();
            return stream;
        }
    }
}
