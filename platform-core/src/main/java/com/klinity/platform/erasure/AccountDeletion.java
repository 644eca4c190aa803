package com.klinity.platform.erasure;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code DELETE /v1/account}: the tombstone, the end of the account's waiting work, and the job that erases the rest, all
 * or nothing. From the commit on no token of the account is good for anything, whatever else is down.
 */
final class AccountDeletion {

    static final String RESOURCE = "Account";

    private static final int ACCEPTED = 202;

    private static final String BURY =
            "select deleted_at from platform.bury_account() as buried (deleted_at) where deleted_at is not null";

    private static final String WITHDRAW = "delete from platform.jobs where account_id = :account";

    private final Supplier<List<Holding>> holdings;

    AccountDeletion(Supplier<List<Holding>> holdings) {
        this.holdings = holdings;
    }

    Reply request(Call call) {
        Scope scope = call.scope();
        Instant deletedAt =
                scope.sql(BURY).first(row -> row.instant("deleted_at")).orElseThrow(Refusal::unauthenticated);
        scope.sql(WITHDRAW).set("account", scope.account()).execute();
        ErasureReport report = new Survey(scope).report(deletedAt, holdings.get());
        scope.enqueue(AccountErasure.TOPIC, call.requestId());
        return new Reply(
                ACCEPTED,
                Map.of("Cache-Control", "no-store"),
                new Reply.Json(report),
                List.of(scope.account()),
                Map.of("erasure", "requested"));
    }
}
