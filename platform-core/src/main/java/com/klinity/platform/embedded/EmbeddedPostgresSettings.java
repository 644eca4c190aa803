package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What to start and where.
 *
 * @param dataDirectory private folder of this server: data, credentials, log; is made if it is missing
 * @param archive where the binaries come from
 * @param binariesDirectory where they are unpacked once; may be shared by any number of servers and processes
 * @param durability what the data must survive
 * @param port TCP port on 127.0.0.1, 0 to 65535; 0 takes any free one
 */
public record EmbeddedPostgresSettings(
        Path dataDirectory, PostgresArchive archive, Path binariesDirectory, Durability durability, int port) {
    // PostgreSQL's own tools put these paths between double quotes on a shell command line.
    private static final Pattern UNSAFE_FOR_SHELL = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    /** Checks the values; throws {@link EmbeddedPostgresException} with {@code FILES_UNUSABLE} for an unusable path. */
    public EmbeddedPostgresSettings {
        if (port < 0 || port > 65_535) {
            throw new EmbeddedPostgresException(
                    Code.PORT_IN_USE, "Port " + port + " does not exist: choose 1 to 65535, or 0 for any free one.");
        }
        dataDirectory = safe(dataDirectory);
        binariesDirectory = safe(binariesDirectory);
    }

    /** Returns settings for data that matters, on any free port. */
    public static EmbeddedPostgresSettings durable(
            Path dataDirectory, PostgresArchive archive, Path binariesDirectory) {
        return new EmbeddedPostgresSettings(dataDirectory, archive, binariesDirectory, Durability.DURABLE, 0);
    }

    /** Returns settings for data that may be lost, on any free port. */
    public static EmbeddedPostgresSettings disposable(
            Path dataDirectory, PostgresArchive archive, Path binariesDirectory) {
        return new EmbeddedPostgresSettings(dataDirectory, archive, binariesDirectory, Durability.DISPOSABLE, 0);
    }

    /** Returns the same settings with another port. */
    public EmbeddedPostgresSettings withPort(int newPort) {
        return new EmbeddedPostgresSettings(dataDirectory, archive, binariesDirectory, durability, newPort);
    }

    private static Path safe(Path path) {
        if (UNSAFE_FOR_SHELL.matcher(path.toString()).find()) {
            throw new EmbeddedPostgresException(
                    Code.FILES_UNUSABLE,
                    "The path " + path + " has a quote, backslash, $, backtick or control character: choose another.");
        }
        return path.toAbsolutePath().normalize();
    }
}
