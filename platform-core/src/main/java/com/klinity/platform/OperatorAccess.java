package com.klinity.platform;

import com.klinity.platform.database.DatabaseSettings.Login;
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
import java.util.Optional;

/** How the operator role gets into the database that the settings name. */
sealed interface OperatorAccess {

    /** A server that somebody else runs. */
    record External(String url, Login operator) implements OperatorAccess {}

    /** PostgreSQL of our own, whether or not a server uses it now. */
    record Embedded(DatabaseAccess.Embedded database) implements OperatorAccess {}

    /** An open way in, and what closes it. */
    record Entrance(String url, Login operator, AutoCloseable server) {}

    /** Reads the settings; faults are noted there. */
    static OperatorAccess read(Settings settings, Path home) {
        Optional<String> url = settings.optionalText("klinity.database.url");
        if (url.isPresent()) {
            String username = settings.text("klinity.database.operator.username");
            return new External(url.get(), new Login(username, settings.secret("klinity.database.operator.password")));
        }
        return new Embedded(new DatabaseAccess.Embedded(settings.dataDirectory(), home, 1));
    }

    /** Gets in. */
    default Entrance enter() {
        return switch (this) {
            case External(String url, Login operator) -> new Entrance(url, operator, () -> {});
            case Embedded(DatabaseAccess.Embedded database) -> enter(database);
        };
    }

    private static Entrance enter(DatabaseAccess.Embedded database) {
        Path folder = database.folder();
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("klinity.data.directory: there is no database in " + database.dataDirectory()
                    + "; name the folder of the server");
        }
        try {
            return startOrJoin(database);
        } catch (EmbeddedPostgresException e) {
            throw new StartFailure("embedded database: " + e.getMessage(), e);
        }
    }

    private static Entrance startOrJoin(DatabaseAccess.Embedded database) {
        try {
            EmbeddedPostgres started = database.start();
            return new Entrance(
                    started.cluster().jdbcUrl(DatabaseAccess.NAME),
                    login(started.cluster().credentials(DatabaseRole.OPERATOR)),
                    started);
        } catch (EmbeddedPostgresException e) {
            if (e.code() != Code.DATA_DIRECTORY_IN_USE) {
                throw e;
            }
            RunningServer running = RunningServer.on(database.folder());
            return new Entrance(
                    running.jdbcUrl(DatabaseAccess.NAME), login(running.credentials(DatabaseRole.OPERATOR)), () -> {});
        }
    }

    private static Login login(RoleCredentials credentials) {
        return new Login(credentials.username(), new Secret(credentials.password()));
    }
}
