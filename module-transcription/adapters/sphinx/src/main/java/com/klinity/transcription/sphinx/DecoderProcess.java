package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.Utterance;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A recognizer in a process of its own, so that what it takes, the server keeps: a decoder that runs out of memory, never
 * ends or breaks the VM costs its recording and nothing else. It inherits nothing but three pipes; what it writes to
 * standard error goes nowhere, since it may hold what was said.
 */
final class DecoderProcess implements Recognizer {
    // Thirty times as long as the longest segment lasts.
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final String NO_MEMORY =
            "The speech engine ran out of memory on this recording; klinity.sphinx.memory bounds it.";
    private static final String NO_MODEL = "The speech model could not be loaded.";
    private static final String BROKE = "The speech engine broke while it worked.";
    private static final System.Logger LOG = System.getLogger(DecoderProcess.class.getName());

    private final Process process;
    private final DataOutputStream in;
    private final DataInputStream out;
    private final Duration patience;
    private volatile boolean closed;

    private DecoderProcess(Process process, Duration patience) {
        this.process = process;
        this.in = new DataOutputStream(process.getOutputStream());
        this.out = new DataInputStream(process.getInputStream());
        this.patience = patience;
    }

    /** Starts the process, which then loads its model. */
    static DecoderProcess start(List<String> command) {
        return start(command, PATIENCE);
    }

    static DecoderProcess start(List<String> command, Duration patience) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        try {
            return new DecoderProcess(builder.start(), patience);
        } catch (IOException refused) {
            throw new TranscriptionFailure(
                    Code.ENGINE_UNAVAILABLE, "The speech engine's process could not be started.", refused);
        }
    }

    /** Pipes know no interrupt, so another thread talks and this one waits. */
    @Override
    public Optional<Utterance> decode(Segment segment) {
        FutureTask<Optional<Utterance>> exchange = new FutureTask<>(() -> exchange(segment));
        Thread.ofPlatform().daemon().name("sphinx-exchange").start(exchange);
        try {
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException cancelled) {
            waitOut(exchange);
            throw cancelled(cancelled);
        } catch (TimeoutException stuck) {
            close();
            throw new TranscriptionFailure(Code.ENGINE_FAILED, "The speech engine took too long.", stuck);
        } catch (ExecutionException broken) {
            throw ended(broken);
        }
    }

    /** Its rest is worth less than the model, so the process stays for others if that is soon done. */
    private void waitOut(FutureTask<?> exchange) {
        try {
            exchange.get(REST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException ended) {
            close();
        }
    }

    private static TranscriptionFailure cancelled(Exception cause) {
        Thread.currentThread().interrupt();
        return new TranscriptionFailure(Code.CANCELLED, "The transcription was cancelled.", cause);
    }

    private Optional<Utterance> exchange(Segment segment) throws IOException {
        Wire.write(in, segment);
        in.flush();
        return Wire.readUtterance(out);
    }

    private TranscriptionFailure ended(ExecutionException cause) {
        if (closed) {
            return new TranscriptionFailure(Code.CANCELLED, "The engine was closed.", cause);
        }
        int code = exitCode();
        LOG.log(System.Logger.Level.WARNING, "the speech engine''s process ended with exit code {0}", code);
        return switch (code) {
            case DecoderCommand.OUT_OF_MEMORY -> new TranscriptionFailure(Code.ENGINE_OUT_OF_MEMORY, NO_MEMORY, cause);
            case DecoderMain.NO_MODEL -> new TranscriptionFailure(Code.ENGINE_UNAVAILABLE, NO_MODEL, cause);
            default -> new TranscriptionFailure(Code.ENGINE_FAILED, BROKE, cause);
        };
    }

    /** Of a process that has closed its output or talks nonsense. */
    private int exitCode() {
        try {
            if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
            }
            return process.waitFor();
        } catch (InterruptedException cancelled) {
            close();
            throw cancelled(cancelled);
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public boolean alive() {
        return !closed && process.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
    }
}
