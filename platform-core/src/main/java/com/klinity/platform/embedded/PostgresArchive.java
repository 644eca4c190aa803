package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A {@code .txz} with PostgreSQL's {@code bin}, {@code lib} and {@code share} (version 17 or newer), wherever it lies:
 * a file, an entry of a jar, or a resource on the class path.
 *
 * @param location address of the {@code .txz} itself, of a scheme that {@link URL} can open
 */
public record PostgresArchive(URI location) {
    /**
     * Finds the archive in a file system.
     *
     * @param path the {@code .txz}, a jar that holds the one for this machine, or a folder with exactly one
     *     {@code .txz}
     */
    public static PostgresArchive at(Path path) {
        if (Files.isDirectory(path)) {
            return new PostgresArchive(onlyArchiveIn(path).toUri());
        }
        if (path.toString().endsWith(".jar")) {
            return new PostgresArchive(
                    URI.create("jar:" + path.toAbsolutePath().toUri() + "!/" + fileNameForThisMachine()));
        }
        return new PostgresArchive(path.toAbsolutePath().toUri());
    }

    /** Finds the archive for this machine among the resources that the loader sees. */
    public static PostgresArchive onClassPath(ClassLoader loader) {
        String name = fileNameForThisMachine();
        URL found = loader.getResource(name);
        if (found == null) {
            throw new EmbeddedPostgresException(
                    Code.ARCHIVE_UNUSABLE,
                    "No " + name + " on the class path: add the PostgreSQL binaries for this machine, or use a "
                            + "PostgreSQL server of your own.");
        }
        return new PostgresArchive(URI.create(found.toString()));
    }

    /** Returns the name of the {@code .txz} without its folder and extension. */
    String name() {
        String address = location.toString();
        return address.substring(address.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
    }

    InputStream open() throws IOException {
        URLConnection connection = location.toURL().openConnection();
        connection.setUseCaches(false); // a cached jar would stay open, and stale if replaced
        return connection.getInputStream();
    }

    private static Path onlyArchiveIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> archives =
                    files.filter(file -> file.toString().endsWith(".txz")).toList();
            if (archives.size() == 1) {
                return archives.getFirst();
            }
            throw new EmbeddedPostgresException(
                    Code.ARCHIVE_UNUSABLE,
                    directory + " holds " + archives.size() + " .txz archives of PostgreSQL: it must hold one.");
        } catch (IOException e) {
            throw new EmbeddedPostgresException(Code.ARCHIVE_UNUSABLE, "Cannot read " + directory + ": " + e, e);
        }
    }

    private static String fileNameForThisMachine() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String architecture = System.getProperty("os.arch");
        if (!os.startsWith("linux")) {
            throw unsupported(os, architecture);
        }
        return switch (architecture) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default -> throw unsupported(os, architecture);
        };
    }

    private static EmbeddedPostgresException unsupported(String os, String architecture) {
        return new EmbeddedPostgresException(
                Code.PLATFORM_UNSUPPORTED,
                "No embedded PostgreSQL for " + os + " on " + architecture + ": use a PostgreSQL server of your own.");
    }
}
