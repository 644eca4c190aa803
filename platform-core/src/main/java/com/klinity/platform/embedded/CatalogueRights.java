package com.klinity.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Takes rights from everybody that PostgreSQL gives, in one database. Only its superuser can. May be repeated. */
final class CatalogueRights {

    private static final String SCRIPT = "take-rights.sql";

    private CatalogueRights() {}

    static void take(SuperuserConnections connections, String database) throws SQLException {
        try (Connection connection = connections.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(script());
        }
    }

    private static String script() {
        try (InputStream text = Objects.requireNonNull(
                CatalogueRights.class.getResourceAsStream(SCRIPT), SCRIPT + " is not in the module")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
