package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Runs single statements as the core, each in a transaction of its own. Safe for many threads. */
record CoreStatements(KeyedPool database, Json json) {

    /** Makes statements on one connection. */
    interface Maker extends Function<String, Statement> {}

    /**
     * Blocks for a connection.
     *
     * @throws DatabaseFailure when the database refuses
     */
    <T> T run(Function<Maker, T> work) {
        try (Connection connection = database.pool().getConnection()) {
            CoreLane lane = new CoreLane(connection, database.key());
            return work.apply(sql -> new JdbcStatement(lane, json, NamedSql.of(sql)));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
