package com.klinity.platform.erasure;

import java.time.Duration;
import java.time.Instant;

/**
 * Waits until every transaction has ended in which the account was opened before its deletion was committed: such a one
 * was still admitted and may write. One that began later is refused. Nobody else's transaction is waited for.
 */
final class EarlierTransactions {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private static final String NOW = "select now() as moment";

    private static final String RUNNING = "select platform.at_work_since(:account, :moment) as running";

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
                .set("account", remains.account())
                .set("moment", moment)
                .first(row -> row.number("running"))
                .orElseThrow());
    }
}
