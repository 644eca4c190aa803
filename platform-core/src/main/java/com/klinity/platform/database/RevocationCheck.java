package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import javax.sql.DataSource;

/** Asks for many accounts at once which of them may no longer act. Safe for many threads; blocks for a connection. */
public final class RevocationCheck {

    private static final String ASK = """
        select place from platform.revoked_among(cast(:accounts as uuid[]), cast(:issued as timestamptz[])) as place
        """;

    private final DataSource pool;
    private final Json json;

    /** On connections of the app role, with auto-commit off. */
    public RevocationCheck(DataSource pool, Json json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * The places in the list, from 0, of those who may no longer act: suspended, deleted, unknown, or signed out since
     * their token was issued.
     *
     * @throws DatabaseFailure when the database does not say
     */
    public BitSet among(List<Identity> identities) {
        try (Connection connection = pool.getConnection();
                Transaction transaction = new Transaction(connection)) {
            BitSet revoked = new BitSet();
            new JdbcStatement(connection, json, ASK)
                    .set("accounts", identities.stream().map(Identity::account).toList())
                    .set(
                            "issued",
                            identities.stream()
                                    .map(identity -> identity.issuedAt().toString())
                                    .toList())
                    .each(row -> revoked.set((int) row.number("place") - 1));
            transaction.commit();
            return revoked;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
