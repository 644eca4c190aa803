package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Row;
import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result set. */
final class JdbcRow implements Row {

    private final ResultSet result;
    private final Json json;

    JdbcRow(ResultSet result, Json json) {
        this.result = result;
        this.json = json;
    }

    @Override
    public UUID uuid(String column) {
        return there(column, uuidOrNull(column));
    }

    @Override
    public @Nullable UUID uuidOrNull(String column) {
        return read(column, UUID.class);
    }

    @Override
    public String text(String column) {
        return there(column, textOrNull(column));
    }

    @Override
    public @Nullable String textOrNull(String column) {
        try {
            return result.getString(column);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public long number(String column) {
        return there(column, numberOrNull(column));
    }

    @Override
    public @Nullable Long numberOrNull(String column) {
        try {
            long value = result.getLong(column);
            return result.wasNull() ? null : value;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public @Nullable Double decimalOrNull(String column) {
        try {
            double value = result.getDouble(column);
            return result.wasNull() ? null : value;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public boolean flag(String column) {
        return there(column, read(column, Boolean.class));
    }

    @Override
    public Instant instant(String column) {
        return there(column, instantOrNull(column));
    }

    @Override
    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime time = read(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public @Nullable LocalDate dateOrNull(String column) {
        return read(column, LocalDate.class);
    }

    @Override
    public byte[] bytes(String column) {
        try {
            return there(column, result.getBytes(column));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public List<UUID> uuids(String column) {
        try {
            java.sql.Array array = result.getArray(column);
            return array == null ? List.of() : List.of((UUID[]) array.getArray());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public <T> T json(String column, Class<T> type) {
        return json.read(new JsonText(text(column)), type);
    }

    @Override
    @SuppressWarnings("unchecked") // an array class made from the element's class
    public <T> List<T> jsonList(String column, Class<T> element) {
        String text = textOrNull(column);
        return text == null
                ? List.of()
                : List.of((T[]) json.read(
                        new JsonText(text), Array.newInstance(element, 0).getClass()));
    }

    private <T> @Nullable T read(String column, Class<T> type) {
        try {
            return result.getObject(column, type);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T> T there(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
