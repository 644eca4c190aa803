package com.klinity.platform;

import com.klinity.platform.database.DatabaseAddress;
import com.klinity.platform.database.DatabaseSettings;
import com.klinity.platform.database.DatabaseSettings.Login;
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
import java.util.Optional;
import org.postgresql.PGProperty;

/** The database the settings name, or the embedded one when they name none. */
sealed interface DatabaseAccess {

    /** The embedded server's database. */
    String NAME = "klinity";

    /** The setting with the secret that the core's key is made from. */
    String CORE_SECRET = "klinity.database.core-secret";

    /** In characters. */
    int SHORTEST_SECRET = 32;

    /** A server that somebody else runs. */
    record External(DatabaseSettings settings) implements DatabaseAccess {}

    /** PostgreSQL of our own, in the data directory. */
    record Embedded(Path dataDirectory, Path home, int poolSize) implements DatabaseAccess {

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
        Optional<String> url = settings.optionalText("klinity.database.url");
        if (url.isPresent()) {
            return external(settings, url.get(), poolSize);
        }
        if (settings.production()) {
            settings.fault("klinity.database.url", "is missing; the embedded database is for evaluation only");
        }
        return new Embedded(settings.dataDirectory(), home, poolSize);
    }

    private static DatabaseAccess external(Settings settings, String url, int poolSize) {
        checkChannel(settings, url);
        Optional<Login> owner = settings.optionalText("klinity.database.owner.username")
                .map(name -> new Login(name, settings.secret("klinity.database.owner.password")));
        // These are for commands, and no mistake in a server's settings.
        for (RoleAccess.Worker worker : RoleAccess.Worker.values()) {
            settings.optionalText(worker.setting("username"));
            settings.optionalText(worker.setting("password"));
        }
        Login app = new Login(settings.text("klinity.database.username"), settings.secret("klinity.database.password"));
        if (owner.isPresent() && owner.get().username().equals(app.username())) {
            settings.fault(
                    "klinity.database.username",
                    "must name another role than klinity.database.owner.username, one that owns nothing");
        }
        return new External(new DatabaseSettings(url, app, owner, coreSecret(settings, app, owner), poolSize));
    }

    /** Notes a fault when nothing proves who is at the other end. */
    static void checkChannel(Settings settings, String url) {
        DatabaseAddress address = DatabaseAddress.read(url);
        if (address == null) {
            settings.fault(
                    "klinity.database.url", "must be of the form jdbc:postgresql://HOST:PORT/DATABASE?NAME=VALUE");
            return;
        }
        address.refused().forEach(name -> settings.fault("klinity.database.url", refusal(name)));
        if (settings.production() && !address.provesServer()) {
            settings.fault("klinity.database.url", "must say sslmode=verify-full in production");
        }
    }

    /** Of a parameter that nobody knows even the name may be a secret. */
    private static String refusal(String parameter) {
        return PGProperty.forName(parameter) == null
                ? "has a parameter that the driver does not know; leave it out"
                : "must not have the parameter " + parameter + "; logins have settings of their own";
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
                            embedded.poolSize()),
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
