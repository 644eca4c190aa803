package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that no server gets to, until closed. */
public final class DatabaseOutage implements AutoCloseable {

    private final Connection superuser;

    private DatabaseOutage(Connection superuser) {
        this.superuser = superuser;
    }

    /** Cuts every connection of that server's database and lets nobody in again. */
    public static DatabaseOutage of(TestServer server) throws SQLException {
        DatabaseOutage outage = new DatabaseOutage(server.connect(DatabaseRole.SUPERUSER));
        outage.admit(0);
        disconnect(server);
        return outage;
    }

    /** Cuts every connection of that server's database; they may be made anew. */
    public static void disconnect(TestServer server) throws SQLException {
        cut(server, "usename <> current_user");
    }

    /** Cuts that role's connections to that server's database, and no other's. */
    public static void disconnect(TestServer server, DatabaseRole role) throws SQLException {
        cut(server, "usename = '" + role.username() + "'");
    }

    private static void cut(TestServer server, String whose) throws SQLException {
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                    + " where datname = current_database() and " + whose);
        }
    }

    private void admit(int connections) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter database \"" + superuser.getCatalog() + "\" connection limit " + connections);
        }
    }

    @Override
    public void close() throws SQLException {
        admit(-1);
        superuser.close();
    }
}
