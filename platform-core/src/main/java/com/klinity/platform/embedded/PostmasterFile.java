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
 * @param pid process id in its first line, or 0 when the line is damaged
 */
record PostmasterFile(long pid) {
    static Optional<PostmasterFile> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new PostmasterFile(lines.isEmpty() ? 0 : number(lines.getFirst())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static long number(String line) {
        return line.matches("[0-9]{1,18}") ? Long.parseLong(line) : 0;
    }
}
