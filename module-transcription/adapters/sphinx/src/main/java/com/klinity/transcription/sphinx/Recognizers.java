package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.Utterance;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * A few threads, each decoding with a recognizer of its own. Recognizers are made when first
 * needed and kept for a while.
 */
final class Recognizers implements AutoCloseable {
    // Loading a model takes seconds of processor time, and one that waits holds hundreds of megabytes.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final int count;
    private final Supplier<Recognizer> maker;
    private final IdleRecognizers idle = new IdleRecognizers(LONGEST_WAIT);
    private final Set<Recognizer> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    Recognizers(int count, Supplier<Recognizer> maker) {
        this.count = count;
        this.maker = maker;
        this.threads = Executors.newFixedThreadPool(count, Recognizers::thread);
    }

    int count() {
        return count;
    }

    void refuseIfClosed() {
        if (threads.isShutdown()) {
            throw new TranscriptionFailure(Code.ENGINE_UNAVAILABLE, "The engine is closed.");
        }
    }

    Future<Optional<Utterance>> submit(Segment segment) {
        try {
            return threads.submit(() -> decode(segment));
        } catch (RejectedExecutionException closed) {
            throw new TranscriptionFailure(Code.CANCELLED, "The engine was closed.", closed);
        }
    }

    private Optional<Utterance> decode(Segment segment) {
        Recognizer recognizer = idle.take().orElseGet(maker);
        busy.add(recognizer);
        try {
            // Closing has closed those that it found here.
            if (threads.isShutdown()) {
                recognizer.close();
            }
            return recognizer.decode(segment);
        } finally {
            busy.remove(recognizer);
            release(recognizer);
        }
    }

    private void release(Recognizer recognizer) {
        if (recognizer.alive()) {
            idle.put(recognizer);
        } else {
            recognizer.close();
        }
    }

    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            ((FutureTask<?>) waiting).cancel(false);
        }
        busy.forEach(Recognizer::close);
        idle.close();
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("sphinx-recognizer").unstarted(work);
    }
}
