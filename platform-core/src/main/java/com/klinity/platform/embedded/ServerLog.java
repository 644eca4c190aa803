package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The server's log file; remembers where the present start began. */
final class ServerLog {
    private static final long KEEP_BYTES = 8L * 1024 * 1024;
    private static final int TAIL_BYTES = 16 * 1024;
    private static final int TAIL_LINES = 15;

    private final Path file;
    private long startOfRun;

    ServerLog(Path file) {
        this.file = file;
    }

    /** Marks the present end, and puts a log that has grown large aside, over an older one. */
    void beginRun() throws IOException {
        startOfRun = Files.exists(file) ? Files.size(file) : 0;
        if (startOfRun > KEEP_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            startOfRun = 0;
        }
    }

    /** Returns the last lines written since {@link #beginRun()}. */
    String tail() throws IOException {
        if (Files.notExists(file)) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(startOfRun, channel.size() - TAIL_BYTES));
            byte[] bytes = Channels.newInputStream(channel).readNBytes(TAIL_BYTES);
            return lastLines(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
