package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs as an identity, with nothing of our environment, and waits for it. */
final class ServerCommand {
    private final ServerIdentity identity;

    ServerCommand(ServerIdentity identity) {
        this.identity = identity;
    }

    /** Blocks until the program ends; one that outlives the limit is killed, and counts as failed. */
    CommandResult run(Path program, List<String> arguments, Duration limit) throws IOException {
        Process process = start(program, arguments);
        FutureTask<String> output = new FutureTask<>(() -> readAll(process.getInputStream()));
        Thread.ofVirtual().start(output);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new CommandResult(-1, program.getFileName() + " took more than " + limit.toSeconds() + " s");
            }
            return new CommandResult(process.exitValue(), output.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(
                    Code.INTERRUPTED, "Interrupted while " + program.getFileName() + " was running.", e);
        } catch (ExecutionException e) {
            throw new IOException("cannot read the output of " + program.getFileName(), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(identity.prefix());
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", SystemProgram.PATH);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder.start();
    }

    private static String readAll(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
