package com.klinity.platform;

import com.klinity.platform.database.DatabaseSettings;
import com.klinity.platform.database.DatabaseSettings.Login;
import com.klinity.platform.database.Patience;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.EmbeddedPostgres;
import com.klinity.platform.embedded.EmbeddedPostgresException;
import com.klinity.platform.embedded.EmbeddedPostgresSettings;
import com.klinity.platform.embedded.PostgresArchive;
import com.klinity.platform.embedded.PostgresCluster;
import com.klinity.platform.embedded.RoleCredentials;
import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The database the settings name, or the embedded one when they name none. */
sealed interface DatabaseAccess {

    /** The embedded server's database. */
    String NAME = "klinity";

    /** The setting with the secret that the core's key is made from. */
    String CORE_SECRET = "klinity.database.core-secret";

    /** The setting that says how long a statement of a request may run. */
    String STATEMENT_TIME = "klinity.database.statement-time";

    /** So long is a connection that died without a word taken for a slow one at most. */
    Duration LONGEST_STATEMENT = Duration.ofMinutes(5);

    /** In characters. */
    int SHORTEST_SECRET = 32;

    /** A server that somebody else runs. */
    record External(DatabaseSettings settings) implements DatabaseAccess {}

    /** PostgreSQL of our own, in the data directory. */
    record Embedded(Path dataDirectory, Path home, int poolSize, Patience patience) implements DatabaseAccess {

        Path folder() {
            return dataDirectory.resolve("postgresql");
        }

        EmbeddedPostgres start() {
            return EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(
                    folder(), archive(home), dataDirectory.resolve("postgresql-binaries")));
        }
    }

    /** Reads the settings; faults are noted there. */
    static DatabaseAccess read(Settings settings, Path home) {
        int poolSize = settings.integer("klinity.database.pool-size", 16, 2, 500);
        Patience patience = patience(settings);
        Optional<String> url = settings.optionalText("klinity.database.url");
        if (url.isPresent()) {
            return external(settings, url.get(), poolSize, patience);
        }
        if (settings.production()) {
            settings.fault("klinity.database.url", "is missing; the embedded database is for evaluation only");
        }
        return new Embedded(settings.dataDirectory(), home, poolSize, patience);
    }

    private static Patience patience(Settings settings) {
        Duration statement = settings.duration(STATEMENT_TIME, Patience.USUAL.statement());
        if (statement.compareTo(Duration.ofSeconds(1)) < 0 || statement.compareTo(LONGEST_STATEMENT) > 0) {
            settings.fault(STATEMENT_TIME, "must be from PT1S to " + LONGEST_STATEMENT);
        }
        return new Patience(statement.truncatedTo(ChronoUnit.SECONDS));
    }

    private static DatabaseAccess external(Settings settings, String url, int poolSize, Patience patience) {
        checkChannel(settings, url);
        Optional<Login> owner = settings.optionalText("klinity.database.owner.username")
                .map(name -> new Login(name, settings.secret("klinity.database.owner.password")));
        // These are for commands, and no mistake in a server's settings.
        for (RoleAccess.Worker worker : RoleAccess.Worker.values()) {
            settings.optionalText(worker.setting("username"));
            settings.optionalText(worker.setting("password"));
        }
        Login app = new Login(settings.text("klinity.database.username"), settings.secret("klinity.database.password"));
        return new External(
                new DatabaseSettings(url, app, owner, coreSecret(settings, app, owner), poolSize, patience));
    }

    /** Notes a fault when nothing proves who is at the other end. */
    static void checkChannel(Settings settings, String url) {
        if (settings.production() && !url.contains("sslmode=verify-full")) {
            settings.fault("klinity.database.url", "must say sslmode=verify-full in production");
        }
    }

    /** From a secret of its own; the owner's password will do where there is one, since the owner may everything. */
    private static Secret coreSecret(Settings settings, Login app, Optional<Login> owner) {
        if (owner.isPresent() && settings.optionalText(CORE_SECRET).isEmpty()) {
            return owner.get().password();
        }
        Secret secret = settings.secret(CORE_SECRET);
        int length = secret.reveal().length();
        if (length > 0 && (length < SHORTEST_SECRET || secret.equals(app.password()))) {
            settings.fault(
                    CORE_SECRET,
                    "must have " + SHORTEST_SECRET + " characters or more, and not be the app role's password");
        }
        return secret;
    }

    /** A database that answers, and what stops it. */
    record Running(DatabaseSettings settings, AutoCloseable server) {}

    /** Starts the embedded server where there is one to start. */
    static Running start(DatabaseAccess access) {
        return switch (access) {
            case External external -> new Running(external.settings(), () -> {});
            case Embedded embedded -> startEmbedded(embedded);
        };
    }

    private static Running startEmbedded(Embedded embedded) {
        try {
            EmbeddedPostgres server = embedded.start();
            PostgresCluster cluster = server.cluster();
            Login owner = login(cluster.credentials(DatabaseRole.OWNER));
            return new Running(
                    new DatabaseSettings(
                            cluster.jdbcUrl(NAME),
                            login(cluster.credentials(DatabaseRole.APP)),
                            Optional.of(owner),
                            owner.password(),
                            embedded.poolSize(),
                            embedded.patience()),
                    server);
        } catch (EmbeddedPostgresException e) {
            throw new StartFailure("embedded database: " + e.getMessage(), e);
        }
    }

    private static PostgresArchive archive(Path home) {
        Path installed = home.resolve("lib").resolve("postgresql");
        return Files.isDirectory(installed)
                ? PostgresArchive.at(installed)
                : PostgresArchive.onClassPath(DatabaseAccess.class.getClassLoader());
    }

    private static Login login(RoleCredentials credentials) {
        return new Login(credentials.username(), new Secret(credentials.password()));
    }
}
