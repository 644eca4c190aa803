package com.klinity.platform.testkit;

import com.klinity.platform.embedded.EmbeddedPostgres;
import com.klinity.platform.embedded.EmbeddedPostgresSettings;
import com.klinity.platform.embedded.PostgresArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a JVM, thrown away with it; each server gets a fresh database. */
final class TestCluster {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final Path FOLDER = freshFolder();

    private TestCluster() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();
    }

    static EmbeddedPostgres server() {
        return Holder.SERVER;
    }

    /** JDBC address of a new, empty database. */
    static String freshDatabase() {
        return server().createDatabase("test_" + DATABASES.incrementAndGet());
    }

    /** What the server writes while it runs. */
    static Path log() {
        return FOLDER.resolve("server").resolve("server.log");
    }

    private static EmbeddedPostgres start() {
        Path binaries = Path.of(
                System.getProperty("java.io.tmpdir"), "klinity-testkit-" + System.getProperty("user.name"), "binaries");
        PostgresArchive archive = PostgresArchive.onClassPath(TestCluster.class.getClassLoader());
        return EmbeddedPostgres.start(EmbeddedPostgresSettings.disposable(FOLDER, archive, binaries))
                .closeOnShutdown();
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("klinity-test-postgresql-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
