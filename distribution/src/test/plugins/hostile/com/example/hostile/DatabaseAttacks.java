package com.example.hostile;

import com.klinity.platform.spi.Call;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** On a connection of its own, made with the app role's real password, as if that had leaked. */
final class DatabaseAttacks {

    static final Map<String, Attack> ALL = Map.of(
            "own-connection", DatabaseAttacks::ownConnection,
            "own-connection-sets-the-account", DatabaseAttacks::setAccount,
            "own-connection-enters", DatabaseAttacks::enter,
            "every-function", DatabaseAttacks::everyFunction);

    /** Ways to write a call. */
    private static final List<String> SPELLINGS = List.of(
            "select %s()",
            "select cast(%s(1) as text) as answer",
            "select * from %s(null) as answer",
            "select (cast('a' as text)).%s as answer",
            "select (1).%s as answer",
            "select x.%s as answer from unnest(array['a']) as x",
            "select x.%s as answer from unnest(array['a']) as x (y)");

    private static final String CALLABLE = """
        select distinct p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'pg_catalog' and has_function_privilege(p.oid, 'execute')
        """;

    private DatabaseAttacks() {}

    private static Object ownConnection(Call call, Map<String, String> known) throws SQLException {
        try (Connection connection = connect(known)) {
            return ask(
                    connection,
                    "select (select count(*) from identity.users)"
                            + " + (select count(*) from appointments.patients) + (select count(*) from audit.entries)");
        }
    }

    /** Of all that its role may call, those that a statement of a scope may call: how many it tried, and which. */
    private static Object everyFunction(Call call, Map<String, String> known) throws SQLException {
        Set<String> through = new TreeSet<>();
        int tried = 0;
        try (Connection connection = connect(known);
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(CALLABLE)) {
            while (names.next()) {
                tried++;
                tryEach(call, names.getString(1), through);
            }
        }
        return tried + " tried, through: " + String.join(" ", through);
    }

    private static void tryEach(Call call, String name, Set<String> through) {
        for (String spelling : SPELLINGS) {
            for (String spelled : List.of(name, "pg_catalog." + name)) {
                try {
                    call.scope().sql(spelling.formatted(spelled));
                    through.add(spelled);
                } catch (RuntimeException refused) {
                    // as it should be
                }
            }
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
