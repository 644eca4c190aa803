package com.klinity.platform.testkit;

import com.klinity.platform.database.DatabaseSettings;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.embedded.RoleCredentials;
import com.klinity.platform.spi.Secret;
import com.klinity.platform.spi.StartFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A database of its own, migrated by a server that found no fault, for a test to spoil. */
record MigratedDatabase(String url) {

    private static final String TEMPLATE = migrated();

    static MigratedDatabase fresh() {
        return new MigratedDatabase(TestCluster.copyOf(TEMPLATE));
    }

    /** As a server that did not migrate it has them. */
    DatabaseSettings settings(int connections) {
        RoleCredentials app = TestCluster.shared().credentials(DatabaseRole.APP);
        RoleCredentials owner = TestCluster.shared().credentials(DatabaseRole.OWNER);
        return new DatabaseSettings(
                url,
                new DatabaseSettings.Login(app.username(), new Secret(app.password())),
                Optional.empty(),
                new Secret(owner.password()),
                connections);
    }

    /** Does something there that no server does. */
    void spoil(DatabaseRole role, String sql) {
        RoleCredentials login = TestCluster.shared().credentials(role);
        try (Connection connection = DriverManager.getConnection(url, login.username(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stops a start on it; empty when nothing does. */
    List<String> faults() {
        TestServer.Builder server = TestServer.of(new ThingsModule()).setting("klinity.database.url", url);
        try {
            server.start().close();
            return List.of();
        } catch (StartFailure e) {
            return e.faults();
        }
    }

    private static String migrated() {
        try (TestServer server = TestServer.of(new ThingsModule()).start()) {
            return server.database();
        }
    }
}
