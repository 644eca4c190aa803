package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/** Asks for many accounts at once which of them may no longer act. Safe for many threads; blocks for a connection. */
public final class RevocationCheck {

    private static final String ASK = """
        select place from platform.revoked_among(:key, cast(:accounts as uuid[]), cast(:issued as timestamptz[])) as place
        """;

    private final KeyedPool database;
    private final Json json;

    /** In that database. */
    public RevocationCheck(KeyedPool database, Json json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The places in the list, from 0, of those who may no longer act: suspended, deleted, unknown, or signed out since
     * their token was issued.
     *
     * @throws DatabaseFailure when the database does not say
     */
    public BitSet among(List<Identity> identities) {
        try (Connection connection = database.pool().getConnection()) {
            connection.setAutoCommit(true);
            BitSet revoked = new BitSet();
            new JdbcStatement(new TransactionLane(connection), json, NamedSql.of(ASK))
                    .set("key", database.key().bytes())
                    .set("accounts", identities.stream().map(Identity::account).toList())
                    .set(
                            "issued",
                            identities.stream()
                                    .map(identity -> identity.issuedAt().toString())
                                    .toList())
                    .list(row -> (int) row.number("place") - 1)
                    .forEach(revoked::set);
            return revoked;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
