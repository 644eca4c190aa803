package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.Utterance;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** A few threads, each decoding with a recognizer of its own. Recognizers are made when first needed and then kept. */
final class Recognizers implements AutoCloseable {
    // The graph of a long segment's words is walked recursively.
    private static final long STACK_BYTES = 16L << 20;

    private final int count;
    private final Supplier<Recognizer> maker;
    private final ConcurrentLinkedQueue<Recognizer> idle = new ConcurrentLinkedQueue<>();
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

    /** A recognizer that failed is dropped, as nobody knows in what state it is. */
    private Optional<Utterance> decode(Segment segment) {
        Recognizer recognizer = Optional.ofNullable(idle.poll()).orElseGet(maker);
        Optional<Utterance> utterance = recognizer.decode(segment);
        idle.add(recognizer);
        if (Thread.currentThread().isInterrupted()) {
            throw new TranscriptionFailure(Code.CANCELLED, "The engine was closed.");
        }
        return utterance;
    }

    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            ((FutureTask<?>) waiting).cancel(false);
        }
        idle.clear();
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name("sphinx-recognizer")
                .stackSize(STACK_BYTES)
                .unstarted(work);
    }
}
