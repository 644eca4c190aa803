package com.klinity.platform.testkit;

import com.klinity.platform.embedded.EmbeddedPostgres;
import com.klinity.platform.embedded.EmbeddedPostgresSettings;
import com.klinity.platform.embedded.PostgresArchive;
import com.klinity.platform.embedded.PostgresCluster;
import java.nio.file.Path;

/** The server that the evaluation mode runs on. */
record EmbeddedDatabase() implements TestDatabase {

    @Override
    public PostgresCluster start() {
        Path binaries = Path.of(
                System.getProperty("java.io.tmpdir"), "klinity-testkit-" + System.getProperty("user.name"), "binaries");
        PostgresArchive archive = PostgresArchive.onClassPath(EmbeddedDatabase.class.getClassLoader());
        Path data = TestFolders.fresh("klinity-test-postgresql-");
        EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresSettings.disposable(data, archive, binaries));
        TestFolders.before(server::close);
        return server.cluster();
    }
}
