package com.klinity.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A question to the catalogue whose answer is lines of text. The SQL lies beside this class. */
record CatalogueQuery(NamedSql sql) {

    static CatalogueQuery read(String name) {
        try (InputStream text = Objects.requireNonNull(
                CatalogueQuery.class.getResourceAsStream(name), name + " is not in the module")) {
            return new CatalogueQuery(NamedSql.of(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer; each parameter that the SQL has is among those given, a text or a list of texts. */
    List<String> ask(Connection connection, Map<String, Object> given) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            int place = 1;
            for (String name : sql.names()) {
                Object value = Objects.requireNonNull(given.get(name), name);
                statement.setObject(
                        place++,
                        value instanceof List<?> list ? connection.createArrayOf("text", list.toArray()) : value);
            }
            return lines(statement);
        }
    }

    private static List<String> lines(PreparedStatement statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
