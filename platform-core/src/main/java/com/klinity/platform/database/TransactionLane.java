package com.klinity.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Inside one transaction, in which the account was entered. */
record TransactionLane(Connection transaction) implements AccountLane {

    @Override
    public Prepared prepare(NamedSql sql, boolean streamed) throws SQLException {
        return new Prepared(transaction.prepareStatement(sql.text()), 1, new Prepared.Before());
    }

    @Override
    public void enter() {
        // entered when the transaction began
    }

    @Override
    public void abort() {
        BrokenOff.breakOff(transaction);
    }
}
