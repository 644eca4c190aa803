package com.klinity.platform.erasure;

import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.Actor;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.OutsideData;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is left of one deleted account. Each step is one that may be repeated, is audited in its own transaction, and
 * remembered as done there, so that a run that was cut off goes on where it ended.
 */
record Remains(Accounts accounts, UUID account, Actor actor) {

    /** Rows of one transaction: short enough to hold nobody up. */
    private static final int PORTION = 1000;

    private static final String LEFTOVER_JOBS = """
        delete from platform.jobs where account_id = :account and topic <> :topic
        """;

    private static final String FINISH = "finish";

    <T> T in(Function<Scope, T> work) {
        return accounts.inDeleted(account, actor, work);
    }

    /** Something outside the database. */
    void remove(String feature, OutsideData.Removable outside) throws InterruptedException {
        String step = feature + "/" + outside.name();
        if (in(scope -> new Progress(scope).isDone(step))) {
            return;
        }
        outside.eraser().erase(account, accounts.readsOfDeleted(account, actor));
        in(scope -> {
            scope.audit(deletionOf(outside.name()), Map.of("feature", feature, "holder", outside.holder()));
            return new Progress(scope).done(step);
        });
    }

    /** Rows, in portions. */
    void remove(String feature, DataKind kind) {
        String step = feature + "/" + kind.name();
        boolean done = false;
        while (!done) {
            done = in(scope -> {
                Progress progress = new Progress(scope);
                return progress.isDone(step) || (removePortion(scope, feature, kind) && progress.done(step));
            });
        }
    }

    /** True when it was the last one. */
    private static boolean removePortion(Scope scope, String feature, DataKind kind) {
        int removed = 0;
        for (String table : kind.tables()) {
            removed +=
                    scope.sql(deleteFrom(table)).set("most", PORTION - removed).execute();
        }
        scope.audit(deletionOf(kind.name()), Map.of("feature", feature, "rows", Integer.toString(removed)));
        return removed < PORTION;
    }

    /** The work that erasing itself left, such as for audio whose row went, and the last entry of the chain. */
    void finish() {
        in(scope -> {
            Progress progress = new Progress(scope);
            if (progress.isDone(FINISH)) {
                return true;
            }
            scope.sql(LEFTOVER_JOBS)
                    .set("account", account)
                    .set("topic", AccountErasure.TOPIC)
                    .execute();
            scope.audit(Touch.of(Action.DELETE, AccountDeletion.RESOURCE, account), Map.of("erasure", "completed"));
            return progress.done(FINISH);
        });
    }

    private static Touch deletionOf(String name) {
        return new Touch(Action.DELETE, name, List.of());
    }

    private static String deleteFrom(String table) {
        return "delete from " + table + " where ctid = any (array(select ctid from " + table + " limit :most))";
    }
}
