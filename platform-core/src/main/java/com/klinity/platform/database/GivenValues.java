package com.klinity.platform.database;

import com.klinity.platform.spi.JsonText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A statement's values handed over as settings of the transaction, for {@code COPY}, which takes no parameters. So they
 * are still not part of any text that PostgreSQL reads as SQL, nor of one that it logs.
 *
 * @param expressions what stands for each parameter
 */
record GivenValues(Map<String, String> expressions) {

    private static final String SETTING = "klinity.given_";

    /** Sets them, which takes one round trip when there are any. */
    static GivenValues set(Connection connection, Map<String, @Nullable Object> values) throws SQLException {
        Map<String, String> expressions = new HashMap<>();
        Map<String, String> settings = new HashMap<>();
        for (Map.Entry<String, @Nullable Object> given : values.entrySet()) {
            Object value = given.getValue();
            String setting = SETTING + settings.size();
            if (value == null) {
                expressions.put(given.getKey(), "null");
            } else {
                settings.put(setting, text(connection, value));
                expressions.put(given.getKey(), "cast(current_setting('" + setting + "') as " + type(value) + ")");
            }
        }
        run(connection, settings);
        return new GivenValues(expressions);
    }

    private static void run(Connection connection, Map<String, String> settings) throws SQLException {
        if (settings.isEmpty()) {
            return;
        }
        String sql = IntStream.range(0, settings.size())
                .mapToObj(i -> "set_config('" + SETTING + i + "', ?, true)")
                .collect(Collectors.joining(", ", "select ", ""));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < settings.size(); i++) {
                statement.setString(i + 1, settings.get(SETTING + i));
            }
            statement.execute();
        }
    }

    private static String text(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case JsonText json -> json.text();
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case Collection<?> elements ->
                Parameters.array(connection, elements).toString();
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    private static String type(Object value) {
        return switch (value) {
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case Double _ -> "float8";
            case Boolean _ -> "boolean";
            case UUID _ -> "uuid";
            case Instant _ -> "timestamptz";
            case LocalDate _ -> "date";
            case JsonText _ -> "jsonb";
            case byte[] _ -> "bytea";
            case Collection<?> elements -> Parameters.elementType(elements) + "[]";
            default -> "text";
        };
    }
}
