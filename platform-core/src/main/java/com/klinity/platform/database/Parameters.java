package com.klinity.platform.database;

import com.klinity.platform.spi.JsonText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts Java values into a statement as the types PostgreSQL expects. */
final class Parameters {

    private Parameters() {}

    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case JsonText json -> statement.setObject(index, json.text(), Types.OTHER);
            case Collection<?> elements -> statement.setArray(index, array(statement.getConnection(), elements));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setObject(index, value);
        }
    }

    static java.sql.Array array(Connection connection, Collection<?> elements) throws SQLException {
        return connection.createArrayOf(elementType(elements), elements.toArray());
    }

    static String elementType(Collection<?> elements) {
        boolean ids = elements.isEmpty() || elements.iterator().next() instanceof UUID;
        return ids ? "uuid" : "text";
    }
}
