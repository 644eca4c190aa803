package com.klinity.platform;

import com.klinity.platform.database.DatabaseSettings.Login;
import com.klinity.platform.database.Patience;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.EmbeddedPostgres;
import com.klinity.platform.embedded.EmbeddedPostgresException;
import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import com.klinity.platform.embedded.RoleCredentials;
import com.klinity.platform.embedded.RunningServer;
import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How a role that serves no requests gets into the database that the settings name. */
sealed interface RoleAccess {

    /** A server that somebody else runs. */
    record External(String url, Login login) implements RoleAccess {}

    /** PostgreSQL of our own, whether or not a server uses it now. */
    record Embedded(DatabaseAccess.Embedded database, DatabaseRole role) implements RoleAccess {}

    /** An open way in, and what closes it. */
    record Entrance(String url, Login login, AutoCloseable server) {}

    /** Who works beside the server, as settings name them. */
    enum Worker {
        /** Suspends accounts and handles incidents. */
        OPERATOR(DatabaseRole.OPERATOR),
        /** Archives what is past its retention. */
        RETENTION(DatabaseRole.RETENTION);

        private final DatabaseRole role;

        Worker(DatabaseRole role) {
            this.role = role;
        }

        String setting(String part) {
            return "klinity.database." + name().toLowerCase(Locale.ROOT) + "." + part;
        }
    }

    /** Reads the settings; faults are noted there. */
    static RoleAccess read(Settings settings, Path home, Worker worker) {
        Optional<String> url = settings.optionalText("klinity.database.url");
        if (url.isPresent()) {
            DatabaseAccess.checkChannel(settings, url.get());
            String username = settings.text(worker.setting("username"));
            return new External(url.get(), new Login(username, settings.secret(worker.setting("password"))));
        }
        return new Embedded(
                new DatabaseAccess.Embedded(settings.dataDirectory(), home, 1, Patience.USUAL), worker.role);
    }

    /** Gets in. */
    default Entrance enter() {
        return switch (this) {
            case External(String url, Login login) -> new Entrance(url, login, () -> {});
            case Embedded(DatabaseAccess.Embedded database, DatabaseRole role) -> enter(database, role);
        };
    }

    private static Entrance enter(DatabaseAccess.Embedded database, DatabaseRole role) {
        Path folder = database.folder();
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("klinity.data.directory: there is no database in " + database.dataDirectory()
                    + "; name the folder of the server");
        }
        try {
            return startOrJoin(database, role);
        } catch (EmbeddedPostgresException e) {
            throw new StartFailure("embedded database: " + e.getMessage(), e);
        }
    }

    private static Entrance startOrJoin(DatabaseAccess.Embedded database, DatabaseRole role) {
        try {
            EmbeddedPostgres started = database.start();
            return new Entrance(
                    started.cluster().jdbcUrl(DatabaseAccess.NAME),
                    login(started.cluster().credentials(role)),
                    started);
        } catch (EmbeddedPostgresException e) {
            if (e.code() != Code.DATA_DIRECTORY_IN_USE) {
                throw e;
            }
            RunningServer running = RunningServer.on(database.folder());
            return new Entrance(running.jdbcUrl(DatabaseAccess.NAME), login(running.credentials(role)), () -> {});
        }
    }

    private static Login login(RoleCredentials credentials) {
        return new Login(credentials.username(), new Secret(credentials.password()));
    }
}
