package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says.
 *
 * @param pid  process id in its first line, or 0 when the line is damaged
 * @param port TCP port in its fourth line, or 0 when the server has not come so far
 */
record PostmasterFile(long pid, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Optional<PostmasterFile> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new PostmasterFile(number(lines, PID_LINE), (int) number(lines, PORT_LINE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static long number(List<String> lines, int line) {
        String text = lines.size() > line ? lines.get(line) : "";
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
