package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import com.klinity.transcription.spi.Utterance;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(DecoderProcess.class.getName());

    private final Process process;
    private final DataOutputStream in;
    private final DataInputStream out;
    private final Duration patience;

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
            close();
            Thread.currentThread().interrupt();
            throw new TranscriptionFailure(Code.CANCELLED, "The transcription was cancelled.", cancelled);
        } catch (TimeoutException stuck) {
            close();
            throw new TranscriptionFailure(Code.ENGINE_FAILED, "The speech engine took too long.", stuck);
        } catch (ExecutionException broken) {
            throw ended(broken);
        }
    }

    private Optional<Utterance> exchange(Segment segment) throws IOException {
        Wire.write(in, segment);
        in.flush();
        return Wire.readUtterance(out);
    }

    private TranscriptionFailure ended(ExecutionException cause) {
        int code = exitCode();
        LOG.log(System.Logger.Level.WARNING, "the speech engine''s process ended with exit code {0}", code);
        return switch (code) {
            case DecoderCommand.OUT_OF_MEMORY ->
                new TranscriptionFailure(
                        Code.ENGINE_OUT_OF_MEMORY,
                        "The speech engine ran out of memory on this recording; klinity.sphinx.memory bounds it.",
                        cause);
            case DecoderMain.NO_MODEL ->
                new TranscriptionFailure(Code.ENGINE_UNAVAILABLE, "The speech model could not be loaded.", cause);
            default -> new TranscriptionFailure(Code.ENGINE_FAILED, "The speech engine broke while it worked.", cause);
        };
    }

    /** Of a process that has closed its output or talks nonsense. */
    private int exitCode() {
        try {
            if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
                process.waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException cancelled) {
            close();
            Thread.currentThread().interrupt();
            throw new TranscriptionFailure(Code.CANCELLED, "The transcription was cancelled.", cancelled);
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            out.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
