package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.Utterance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The segments of one recording on their way through the recognizers: a few at once, results in order. Closing gives up
 * those that are not done.
 */
final class SegmentQueue implements AutoCloseable {
    private record Decoding(Segment segment, Future<Optional<Utterance>> result) {}

    private final Recognizers recognizers;
    private final ArrayDeque<Decoding> pending = new ArrayDeque<>();
    private final List<Utterance> utterances = new ArrayList<>();

    SegmentQueue(Recognizers recognizers) {
        this.recognizers = recognizers;
    }

    /** Waits until there is room: one segment more than recognizers, so that none is idle while we read. */
    void add(Segment segment, Progress progress) throws InterruptedException {
        pending.add(new Decoding(segment, recognizers.submit(segment)));
        while (pending.size() > recognizers.count() + 1) {
            takeFirst(progress);
        }
    }

    void finish(Progress progress) throws InterruptedException {
        while (!pending.isEmpty()) {
            takeFirst(progress);
        }
    }

    List<Utterance> utterances() {
        return utterances;
    }

    @Override
    public void close() {
        pending.forEach(decoding -> decoding.result().cancel(true));
    }

    private void takeFirst(Progress progress) throws InterruptedException {
        Decoding first = pending.element();
        result(first.result()).ifPresent(utterances::add);
        pending.remove();
        progress.decodedUntil(first.segment().endSample());
    }

    private static Optional<Utterance> result(Future<Optional<Utterance>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException closed) {
            throw new TranscriptionFailure(Code.CANCELLED, "The engine was closed.", closed);
        } catch (ExecutionException failed) {
            throw failure(failed);
        }
    }

    private static TranscriptionFailure failure(ExecutionException failed) {
        return failed.getCause() instanceof TranscriptionFailure coded
                ? coded
                : new TranscriptionFailure(Code.ENGINE_FAILED, "The speech engine failed on this recording.", failed);
    }
}
