package com.klinity.transcription;

import com.klinity.transcription.spi.AudioSource;
import com.klinity.transcription.spi.ProgressListener;
import com.klinity.transcription.spi.Transcription;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A script that holds the engine until the test lets it go on, or somebody interrupts it. */
final class Gate implements ScriptedEngine.Script {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private final double progress;

    Gate() {
        this(0.25);
    }

    Gate(double progress) {
        this.progress = progress;
    }

    @Override
    public Transcription play(AudioSource audio, ProgressListener listener) throws InterruptedException {
        try {
            listener.at(progress);
            reached.countDown();
            bounded(open);
            return ScriptedEngine.CONSULTATION;
        } finally {
            left.countDown();
        }
    }

    void awaitEngine() {
        uninterrupted(reached);
    }

    boolean hasEngine() {
        return reached.getCount() == 0;
    }

    /** Until the engine has left it, for whatever reason. */
    void awaitEnd() {
        uninterrupted(left);
    }

    void open() {
        open.countDown();
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            bounded(latch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void bounded(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not come true within " + PATIENCE);
        }
    }
}
