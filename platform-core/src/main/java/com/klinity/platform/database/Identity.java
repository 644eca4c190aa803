package com.klinity.platform.database;

import java.time.Instant;
import java.util.UUID;

/**
 * Whose account a transaction enters.
 *
 * @param account  the account's id
 * @param issuedAt when the token was issued; an account signed out since then is refused
 */
public record Identity(UUID account, Instant issuedAt) {

    private static final Instant NEVER_OUTDATED = Instant.parse("9999-12-31T00:00:00Z");

    /** For work the account left behind: it stops when the account is suspended or deleted, not when it signs out. */
    public static Identity ofWork(UUID account) {
        return new Identity(account, NEVER_OUTDATED);
    }
}
