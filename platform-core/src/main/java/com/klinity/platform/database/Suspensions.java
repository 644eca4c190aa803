package com.klinity.platform.database;

import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.util.UUID;

/**
 * Suspends accounts as the operator role, each change in one transaction with its audit entry. For one thread.
 *
 * @param connection closed by whoever opened it
 */
public record Suspensions(RoleConnection connection) {

    private static final String SET = """
        select platform.set_suspended(:account, :suspended, :reason, :request) as outcome
        """;

    /**
     * Sets or ends a suspension; from the return on it acts on every request.
     *
     * @param reason at most 200 characters, for the account's audit log
     * @return {@code done}, {@code unchanged}, {@code deleted} or {@code unknown}
     */
    public String set(UUID account, boolean suspended, String reason) {
        return connection
                .sql(SET)
                .set("account", account)
                .set("suspended", suspended)
                .set("reason", reason)
                .set("request", UuidV7.at(Instant.now()))
                .first(row -> row.text("outcome"))
                .orElseThrow();
    }
}
