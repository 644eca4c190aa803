package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement on the connection of a scope. */
final class JdbcStatement implements Statement {

    private final Lane lane;
    private final Json json;
    private final NamedSql sql;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    JdbcStatement(Lane lane, Json json, NamedSql sql) {
        this.lane = lane;
        this.json = json;
        this.sql = sql;
    }

    @Override
    public Statement set(String name, @Nullable Object value) {
        if (!sql.names().contains(name)) {
            throw new IllegalArgumentException("the statement has no parameter :" + name);
        }
        values.put(name, value);
        return this;
    }

    @Override
    public <T> List<T> list(Function<Row, T> map) {
        List<T> rows = new ArrayList<>();
        try (Prepared prepared = prepare(false);
                ResultSet result = prepared.query()) {
            Row row = new JdbcRow(result, json);
            while (result.next()) {
                rows.add(map.apply(row));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return rows;
    }

    @Override
    public <T> Optional<T> first(Function<Row, T> map) {
        List<T> rows = list(map);
        if (rows.size() > 1) {
            throw new IllegalStateException("more than one row: " + sql.text());
        }
        return rows.stream().findFirst();
    }

    @Override
    public void each(Consumer<Row> consumer) {
        try (Prepared prepared = prepare(true)) {
            new StreamedQuery(prepared.statement(), json).each(sql, values, consumer);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public int execute() {
        try (Prepared prepared = prepare(false)) {
            return prepared.update();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Prepared prepare(boolean streamed) throws SQLException {
        for (String name : sql.names()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("parameter :" + name + " was not set");
            }
        }
        Prepared prepared = lane.prepare(sql, streamed);
        int index = prepared.first();
        for (String name : sql.names()) {
            Parameters.bind(prepared.statement(), index++, values.get(name));
        }
        return prepared;
    }
}
