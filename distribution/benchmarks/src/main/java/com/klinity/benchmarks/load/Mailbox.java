package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder the server puts mail into.
 *
 * @param folder where it is
 */
record Mailbox(Path folder) {

    private static final Pattern TO = Pattern.compile("(?m)^To: <?([^>\\s]+)>?\\s*$");
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 100;

    /** The codes by address, as soon as there are so many. */
    Map<String, String> codes(int expected) {
        Instant until = Instant.now().plus(PATIENCE);
        Map<String, String> codes = read();
        while (codes.size() < expected) {
            if (Instant.now().isAfter(until)) {
                throw new BenchmarkFailure(
                        codes.size() + " of " + expected + " mails came within " + PATIENCE.toSeconds() + " s");
            }
            pause();
            codes = read();
        }
        return codes;
    }

    private Map<String, String> read() {
        Map<String, String> codes = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> mails =
                        files.filter(file -> file.toString().endsWith(".eml")).toList();
                for (Path mail : mails) {
                    note(Files.readString(mail), codes);
                }
            } catch (IOException e) {
                throw new BenchmarkFailure("cannot read the mailbox " + folder, e);
            }
        }
        return codes;
    }

    private static void note(String mail, Map<String, String> codes) {
        Matcher to = TO.matcher(mail);
        Matcher code = CODE.matcher(mail.substring(Math.max(0, mail.indexOf("\r\n\r\n"))));
        if (to.find() && code.find()) {
            codes.put(to.group(1), code.group(1));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }
}
