package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Looks, and sometimes reaches, behind a server's back, as the superuser. */
record Behind(TestServer server) {

    /** The number in the only row of a query about an account. */
    long number(String sql, UUID account) {
        return Long.parseLong(text(sql, account));
    }

    /** The text in the only row of a query about an id. */
    String text(String sql, UUID account) {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, account);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void change(String sql, UUID account) throws SQLException {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, account);
            statement.execute();
        }
    }

    long notes(UUID account) {
        return number("select count(*) from notes.notes where account_id = ?", account);
    }

    long jobs(UUID account) {
        return number("select count(*) from platform.jobs where account_id = ?", account);
    }

    void awaitErasure(UUID account) {
        server.await(() -> jobs(account) == 0);
    }

    String database() {
        try (Connection connection = server.connect(DatabaseRole.APP)) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
