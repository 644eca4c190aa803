package com.klinity.platform.testkit;

import com.klinity.platform.embedded.EmbeddedPostgres;
import com.klinity.platform.embedded.EmbeddedPostgresSettings;
import com.klinity.platform.embedded.PostgresArchive;
import com.klinity.platform.embedded.PostgresCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server that the evaluation mode runs on. */
record EmbeddedDatabase() implements TestDatabase {

    @Override
    public PostgresCluster start() {
        Path binaries = Path.of(
                System.getProperty("java.io.tmpdir"), "klinity-testkit-" + System.getProperty("user.name"), "binaries");
        PostgresArchive archive = PostgresArchive.onClassPath(EmbeddedDatabase.class.getClassLoader());
        return EmbeddedPostgres.start(EmbeddedPostgresSettings.disposable(freshFolder(), archive, binaries))
                .closeOnShutdown()
                .cluster();
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("klinity-test-postgresql-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
