package com.example.hostile;

import com.klinity.platform.spi.Call;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** On a connection of its own, made with the app role's real password, as if that had leaked. */
final class DatabaseAttacks {

    static final Map<String, Attack> ALL = Map.of(
            "own-connection", DatabaseAttacks::ownConnection,
            "own-connection-sets-the-account", DatabaseAttacks::setAccount,
            "own-connection-enters", DatabaseAttacks::enter);

    private DatabaseAttacks() {}

    private static Object ownConnection(Call call, Map<String, String> known) throws SQLException {
        try (Connection connection = connect(known)) {
            return ask(
                    connection,
                    "select (select count(*) from identity.users)"
                            + " + (select count(*) from appointments.patients) + (select count(*) from audit.entries)");
        }
    }

    private static Object setAccount(Call call, Map<String, String> known) throws SQLException {
        try (Connection connection = connect(known)) {
            ask(connection, "select set_config('klinity.account_id', '" + known.get("victim") + "', true)");
            return ask(connection, "select count(*) from appointments.patients");
        }
    }

    /** With the key that the password would give if the core's were made from it. */
    private static Object enter(Call call, Map<String, String> known) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(known.get("password").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String key = HexFormat.of().formatHex(mac.doFinal("klinity core key".getBytes(StandardCharsets.US_ASCII)));
        try (Connection connection = connect(known)) {
            ask(connection, "select platform.enter('\\x" + key + "', '" + known.get("victim") + "', now())");
            return ask(connection, "select count(*) from appointments.patients");
        }
    }

    private static Connection connect(Map<String, String> known) throws SQLException {
        Connection connection =
                DriverManager.getConnection(known.get("url"), known.get("username"), known.get("password"));
        connection.setAutoCommit(false);
        return connection;
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
