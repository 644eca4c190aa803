package com.klinity.platform.database;

import java.sql.SQLException;

/** How statements reach the database. One thread at a time. */
interface Lane {

    /**
     * Makes a statement ready to be bound and run.
     *
     * @param streamed whether its rows are to be streamed, which takes a transaction
     */
    Prepared prepare(NamedSql sql, boolean streamed) throws SQLException;
}
