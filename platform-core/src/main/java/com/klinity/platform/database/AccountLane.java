package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A lane of one account. */
sealed interface AccountLane extends Lane permits TransactionLane, ReadLane {

    /** The connection, with a transaction in which the account was entered. */
    Connection transaction() throws SQLException;

    /** Makes sure that the account's state was looked at. */
    void enter() throws SQLException;

    /** Breaks the connection off and gives it back, by another thread. What was not committed is rolled back. */
    void abort();
}
