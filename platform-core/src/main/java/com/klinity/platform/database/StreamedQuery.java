package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Row;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A query whose rows come as fast as they are taken, one in memory at a time: by {@code COPY … TO STDOUT} in binary form,
 * in the transaction of its statement and under its row-level security. A cursor would make both ends wait for each
 * other at every portion.
 *
 * @param statement the query with its parameters bound, for what only its description tells. PostgreSQL has then also
 *     parsed it by itself: what is put between the parentheses is one whole query.
 */
record StreamedQuery(PreparedStatement statement, Json json) {

    void each(NamedSql sql, Map<String, @Nullable Object> values, Consumer<Row> consumer) throws SQLException {
        CopiedRow row = new CopiedRow(Columns.of(statement.getMetaData()), json);
        GivenValues given = GivenValues.set(statement.getConnection(), values);
        String copy = "copy (" + sql.with(given.expressions()) + ") to stdout (format binary)";
        PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
        try (Answer answer = new Answer(connection.getCopyAPI().copyOut(copy))) {
            for (byte[] message = answer.next(); message != null; message = answer.next()) {
                if (row.read(message)) {
                    consumer.accept(row);
                }
            }
        }
    }

    /**
     * What comes back, to its end: what nobody takes is read and dropped. A cancelled {@code COPY} would end the
     * transaction, and a cancellation that comes late would hit whatever the connection does next.
     */
    private record Answer(CopyOut copy) implements AutoCloseable {

        byte @Nullable [] next() throws SQLException {
            return copy.readFromCopy();
        }

        @Override
        public void close() throws SQLException {
            while (copy.isActive()) {
                copy.readFromCopy();
            }
        }
    }
}
