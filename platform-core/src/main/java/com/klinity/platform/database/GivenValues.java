package com.klinity.platform.database;

import com.klinity.platform.spi.JsonText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

    /** A streamed query may run for as long as its rows keep coming, which the driver sees to. */
    private static final String TIME = "set_config('statement_timeout', '5min', true)";

    /** Sets them, and the time that their query has, in one round trip. */
    static GivenValues set(Connection connection, Map<String, @Nullable Object> values) throws SQLException {
        Map<String, String> expressions = new HashMap<>();
        List<Object> settings = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> given : values.entrySet()) {
            Object value = given.getValue();
            if (value == null) {
                expressions.put(given.getKey(), "null");
            } else {
                expressions.put(
                        given.getKey(),
                        "cast(current_setting('" + SETTING + settings.size() + "') as " + type(value) + ")");
                settings.add(value);
            }
        }
        run(connection, settings);
        return new GivenValues(expressions);
    }

    /** PostgreSQL writes the texts that it reads again: Java writes some times otherwise. */
    private static void run(Connection connection, List<Object> settings) throws SQLException {
        String sql = IntStream.range(0, settings.size())
                .mapToObj(i -> ", set_config('" + SETTING + i + "', cast(cast(? as " + type(settings.get(i))
                        + ") as text), true)")
                .collect(Collectors.joining("", "select " + TIME, ""));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < settings.size(); i++) {
                Parameters.bind(statement, i + 1, settings.get(i));
            }
            statement.execute();
        }
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
