package com.klinity.platform.database;

/** Something that is not SQL was about to happen inside a scope. The message names the place, without a value. */
public final class NotSql extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NotSql(String place) {
        super("between begin and commit there is only SQL, not " + place
                + "; take a staged route, a rendered answer or a job's own steps");
    }
}
