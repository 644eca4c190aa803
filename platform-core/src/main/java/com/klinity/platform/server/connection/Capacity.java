package com.klinity.platform.server.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process has for connections.
 *
 * @param fileHandles it may have open
 * @param heap        bytes it may use
 */
record Capacity(int fileHandles, long heap) {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LINE = "Max open files";
    private static final int UNKNOWN = 1024;
    private static final int MOST = 20_000;
    private static final int LEAST = 16;

    /** Buffers and stack of an open connection, generously. */
    private static final int PLAIN = 24 << 10;

    private static final int TLS = 112 << 10;

    static Capacity ofThisProcess() {
        return new Capacity(handles(), Runtime.getRuntime().maxMemory());
    }

    /** Half of the handles and a quarter of the heap: files, stored audio and the database want theirs. */
    int connections(boolean tls) {
        long byHeap = heap / 4 / (tls ? TLS : PLAIN);
        return (int) Math.max(LEAST, Math.min(MOST, Math.min(fileHandles / 2, byHeap)));
    }

    /** Handles that this process may have open; a low number where that cannot be found out. */
    static int handles() {
        try (Stream<String> lines = Files.lines(LIMITS, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.startsWith(LINE))
                    .findFirst()
                    .flatMap(Capacity::soft)
                    .orElse(UNKNOWN);
        } catch (IOException | UncheckedIOException e) {
            return UNKNOWN; // another system than Linux
        }
    }

    private static Optional<Integer> soft(String line) {
        String first = line.substring(LINE.length()).strip().split(" ", 2)[0];
        if (first.equals("unlimited")) {
            return Optional.of(Integer.MAX_VALUE);
        }
        return first.chars().allMatch(Character::isDigit) && !first.isEmpty()
                ? Optional.of((int) Math.min(Integer.MAX_VALUE, Long.parseLong(first)))
                : Optional.empty();
    }
}
