package com.klinity.transcription.sphinx;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/** Recognizers that wait for work, the last used first. One that waited too long is closed: it holds a model in memory. */
final class IdleRecognizers implements AutoCloseable {
    private final Duration longest;
    private final ConcurrentLinkedDeque<Stint> waiting = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** One wait of one recognizer. Not a record: each wait is another one. */
    private static final class Stint {
        final Recognizer recognizer;

        Stint(Recognizer recognizer) {
            this.recognizer = recognizer;
        }
    }

    IdleRecognizers(Duration longest) {
        this.longest = longest;
    }

    Optional<Recognizer> take() {
        for (Stint stint = waiting.poll(); stint != null; stint = waiting.poll()) {
            if (stint.recognizer.alive()) {
                return Optional.of(stint.recognizer);
            }
            stint.recognizer.close();
        }
        return Optional.empty();
    }

    void put(Recognizer recognizer) {
        Stint stint = new Stint(recognizer);
        waiting.push(stint);
        if (closed) {
            end(stint);
        } else {
            CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> end(stint));
        }
    }

    private void end(Stint stint) {
        if (waiting.remove(stint)) {
            stint.recognizer.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        waiting.forEach(this::end);
    }
}
