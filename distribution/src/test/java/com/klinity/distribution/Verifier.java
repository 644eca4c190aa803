package com.klinity.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** One of the two programs that check files. */
enum Verifier {
    JAVA {
        @Override
        Outcome run(List<String> arguments) {
            StringWriter out = new StringWriter();
            int exitCode = new CommandLine(new AuditCommand())
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(new StringWriter()))
                    .execute(with("verify", arguments));
            return new Outcome(exitCode, out.toString().lines().toList());
        }
    },

    PYTHON {
        @Override
        Outcome run(List<String> arguments) throws IOException {
            Process process = new ProcessBuilder(with(COMMAND, with(PROGRAM, arguments)))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // What it prints fits into the pipe's buffer.
            if (!endsInTime(process)) {
                process.destroyForcibly();
                throw new AssertionError("the verifier in Python did not end");
            }
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Outcome(process.exitValue(), out.lines().toList());
        }
    };

    private static final String NAMED = System.getProperty("testkit.python", "");
    private static final String COMMAND = NAMED.isEmpty() ? "python3" : NAMED;
    private static final String PROGRAM = "../module-audit/src/main/python/verify_audit.py";
    private static final long PATIENCE_SECONDS = 60;

    /**
     * What it did.
     *
     * @param exitCode as the shell sees it
     * @param output   lines of standard output
     */
    record Outcome(int exitCode, List<String> output) {}

    abstract Outcome run(List<String> arguments) throws IOException;

    /** Whether there is a Python; where {@code -Dtestkit.python} names one, its absence is a failure. */
    static boolean isPythonHere() {
        try {
            return !NAMED.isEmpty() || endsInTime(new ProcessBuilder(COMMAND, "--version").start());
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean endsInTime(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String[] with(String first, List<String> rest) {
        return with(first, rest.toArray(String[]::new));
    }

    private static String[] with(String first, String... rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }
}
