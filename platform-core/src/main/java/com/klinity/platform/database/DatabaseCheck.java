package com.klinity.platform.database;

import com.klinity.platform.spi.StartFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether a database is one that this release can work with, asked before anything is changed in it. */
final class DatabaseCheck {

    private static final int OLDEST = 150_000;

    private static final String ABOUT = """
        select current_setting('server_version_num')::int, pg_is_in_recovery(), current_setting('server_encoding'),
            array(select wanted from unnest(?) wanted
                where not exists (select from pg_roles where rolname = wanted) order by wanted)
        """;

    private DatabaseCheck() {}

    /**
     * Connects as each role that the server uses.
     *
     * @throws StartFailure when one is not let in, or the database will not do
     */
    static void require(DatabaseSettings settings) {
        DatabaseSettings.Login first = settings.owner().orElse(settings.app());
        try (Connection connection = connect(settings, first)) {
            List<String> faults = faults(connection, settings.app().username());
            if (!faults.isEmpty()) {
                throw new StartFailure(faults);
            }
            connect(settings, settings.app()).close();
        } catch (SQLException e) {
            throw new StartFailure(
                    "klinity.database.url: the database refused (SQLSTATE " + e.getSQLState() + "); look into its log",
                    e);
        }
    }

    private static Connection connect(DatabaseSettings settings, DatabaseSettings.Login login) {
        try {
            return login.connect(settings.url());
        } catch (StartFailure e) {
            String state = e.getCause() instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "none";
            throw new StartFailure(
                    "klinity.database.url: no connection as '" + login.username() + "' (SQLSTATE " + state
                            + "); check that PostgreSQL runs there and the password is right",
                    e);
        }
    }

    private static List<String> faults(Connection connection, String app) throws SQLException {
        try (PreparedStatement about = connection.prepareStatement(ABOUT)) {
            about.setArray(1, connection.createArrayOf("text", new String[] {app, Roles.OPERATOR, Roles.RETENTION}));
            try (ResultSet answer = about.executeQuery()) {
                answer.next();
                return faults(answer.getInt(1), answer.getBoolean(2), answer.getString(3), List.of((String[])
                        answer.getArray(4).getArray()));
            }
        }
    }

    /**
     * One line a fault.
     *
     * @param version  as PostgreSQL numbers itself: 150004 is 15.4
     * @param standby  whether it only follows another server
     * @param encoding of its text
     * @param missing  roles that are not there
     */
    static List<String> faults(int version, boolean standby, String encoding, List<String> missing) {
        List<String> faults = new ArrayList<>();
        if (version < OLDEST) {
            faults.add("klinity.database.url: PostgreSQL is older than 15; name a server of 15 or newer");
        }
        if (standby) {
            faults.add("klinity.database.url: that server is a standby, which cannot be written to; name the primary");
        }
        if (!encoding.equals("UTF8")) {
            faults.add("klinity.database.url: the database's encoding must be UTF8; make one with that encoding");
        }
        missing.forEach(role -> faults.add(
                "database: there is no role '" + role + "'; make it before the first start, as the guide says"));
        return faults;
    }
}
