package com.klinity.benchmarks.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that this process has started and stops. */
public final class Child implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 30;
    private static final int LINES_OF_LOG = 12;

    private final Process process;
    private final BufferedReader out;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param log what its standard error is added to
     */
    public static Child start(ProcessBuilder builder, Path log) {
        try {
            return new Child(
                    builder.redirectError(Redirect.appendTo(log.toFile())).start(), log);
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot start " + builder.command().getFirst(), e);
        }
    }

    /** The rest of the first line of its output that begins so, as an address; waits for it. */
    public URI await(String beginning) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(beginning)) {
                    return URI.create(line.substring(beginning.length()).strip());
                }
            }
            List<String> lines = Files.readAllLines(log);
            throw new BenchmarkFailure("it did not say '" + beginning + "'; the end of its log:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size())));
        } catch (IOException e) {
            throw new BenchmarkFailure("its output cannot be read", e);
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** The command line it runs with. */
    public List<String> commandLine() {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid()), "cmdline"));
            return List.of(line.split("\0"));
        } catch (IOException e) {
            throw new BenchmarkFailure("the server has ended", e);
        }
    }

    /** Ends it as SIGKILL does: it gets no chance to do anything any more. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    /** Stops it as SIGTERM does, or harder when it does not end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
