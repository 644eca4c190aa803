package com.klinity.platform.erasure;

import java.time.Duration;
import java.time.Instant;

/**
 * Waits until every transaction has ended that began before the account's deletion was committed: such a one was still
 * admitted to the account and may write to it. One that began later is refused.
 */
final class EarlierTransactions {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private static final String NOW = "select now() as moment";

    /** A role sees when its own sessions' transactions began (PostgreSQL's manual, 27.2), and all servers use this one. */
    private static final String RUNNING = """
        select count(*) as running from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
            and xact_start < :moment
        """;

    private EarlierTransactions() {}

    static void await(Remains remains) throws InterruptedException {
        Instant moment = remains.in(
                scope -> scope.sql(NOW).first(row -> row.instant("moment")).orElseThrow());
        while (running(remains, moment) > 0) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static long running(Remains remains, Instant moment) {
        return remains.in(scope -> scope.sql(RUNNING)
                .set("moment", moment)
                .first(row -> row.number("running"))
                .orElseThrow());
    }
}
