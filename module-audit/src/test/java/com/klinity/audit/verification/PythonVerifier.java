package com.klinity.audit.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.audit.verification.OfflineVerifier.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The verifier in Python as a process of its own. */
public final class PythonVerifier {

    private static final String NAMED = System.getProperty("testkit.python", "");
    private static final String PYTHON = NAMED.isEmpty() ? "python3" : NAMED;
    private static final long PATIENCE_SECONDS = 120;
    private static final String PROGRAM = "src/main/python/verify_audit.py";

    private PythonVerifier() {}

    /**
     * What it did.
     *
     * @param exitCode of the process
     * @param output   what it printed to standard output, in lines
     * @param errors   the same of standard error
     */
    public record Outcome(int exitCode, List<String> output, List<String> errors) {}

    /** Skips the test where there is no Python; where {@code -Dtestkit.python} names one, its absence is a failure. */
    public static void assumePython() {
        assumeTrue(
                !NAMED.isEmpty() || isThere(),
                "needs Python 3.8 or newer as python3, or -Dtestkit.python=COMMAND; the verifier in Python is not"
                        + " tested");
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder(PYTHON, "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs it. */
    public static Outcome run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(PYTHON, PROGRAM));
        command.addAll(arguments);
        return outcome(new ProcessBuilder(command));
    }

    /** Runs it with at most so many kibibytes of address space, the interpreter's own included. */
    public static Outcome runWithin(int kibibytes, Path file) {
        String limited = "ulimit -v " + kibibytes + " && exec \"$@\"";
        return outcome(new ProcessBuilder("sh", "-c", limited, "sh", PYTHON, PROGRAM, file.toString()));
    }

    private static Outcome outcome(ProcessBuilder command) {
        try {
            Process process = command.start();
            // What it prints fits into the pipes' buffers.
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the verifier did not end within " + PATIENCE_SECONDS + " seconds");
            }
            List<String> errors = lines(process.getErrorStream().readAllBytes());
            List<String> output = lines(process.getInputStream().readAllBytes());
            return new Outcome(process.exitValue(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the verifier", e);
        }
    }

    private static List<String> lines(byte[] text) {
        return new String(text, UTF_8).lines().toList();
    }

    /** Runs it and expects of it, word for word, what the Java one found. */
    public static void assertAgrees(Report java, List<String> arguments) {
        List<String> lines = new ArrayList<>();
        lines.add("entries   " + java.entries());
        lines.add("head      " + java.head());
        lines.add("verified  " + (java.firstBroken().isEmpty() ? "yes" : "NO"));
        java.firstBroken().ifPresent(where -> lines.add("broken    " + where));
        assertEquals(new Outcome(java.firstBroken().isEmpty() ? 0 : 1, lines, List.of()), run(arguments));
    }
}
