package com.klinity.platform.server;

import com.klinity.platform.database.AccountScope;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An {@code Idempotency-Key} while its first call is at work outside any transaction. Nobody else works under the key
 * meanwhile, and whoever lost it writes nothing.
 *
 * @param token     tells this claim from a later one
 * @param time      how long others leave it alone
 * @param now       when it was made
 * @param forgotten what was done up to then is not known any more
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Claim(UUID token, byte[] key, byte[] fingerprint, Duration time, Instant now, Instant forgotten) {

    private static final String TAKE = """
        insert into platform.idempotency as known (key, fingerprint, claim, claimed_until, created_at)
        values (:key, :fingerprint, :claim, clock_timestamp() + make_interval(secs => :seconds), :now)
        on conflict (account_id, key) do update set fingerprint = excluded.fingerprint, status = null, silent = false,
            location = null, resources = null, claim = excluded.claim, claimed_until = excluded.claimed_until,
            created_at = excluded.created_at
        where known.created_at <= :forgotten or (known.status is null and known.claimed_until < clock_timestamp()
            and coalesce(known.fingerprint = excluded.fingerprint, true))
        """;

    private static final String FIRST = "select " + Remembered.COLUMNS + " from platform.idempotency where key = :key";

    private static final String KEEP = """
        update platform.idempotency set status = :status, silent = :silent, location = :location,
            resources = :resources, claim = null, claimed_until = null where key = :key and claim = :claim
        """;

    private static final String RELEASE = "delete from platform.idempotency where key = :key and claim = :claim";

    /**
     * Takes the key, or gives the first answer where that said nothing.
     *
     * @throws Remembered.ReadAgain when there was an answer that said something
     * @throws Refusal 409 while somebody else is at work, 422 when it belongs to another request
     */
    Optional<Reply> take(AccountScope scope) {
        int taken = scope.coreSql(TAKE)
                .set("key", key)
                .set("fingerprint", fingerprint)
                .set("claim", token)
                .set("seconds", time.toSeconds())
                .set("now", now)
                .set("forgotten", forgotten)
                .execute();
        return taken == 1 ? Optional.empty() : Optional.of(first(scope));
    }

    private Reply first(AccountScope scope) {
        return scope.coreSql(FIRST).set("key", key).first(this::answered).orElseThrow(Refusal::unavailable);
    }

    private Reply answered(Row row) {
        Idempotency.requireSame(row, fingerprint);
        if (row.numberOrNull("status") == null) {
            throw inUse();
        }
        return Idempotency.again(row, fingerprint);
    }

    /** Keeps that it was done, with what it did. */
    Reply kept(AccountScope scope, Supplier<Reply> record) {
        Reply reply = record.get();
        int kept = Idempotency.answered(scope.coreSql(KEEP), reply)
                .set("key", key)
                .set("claim", token)
                .execute();
        if (kept != 1) {
            throw inUse();
        }
        return reply;
    }

    /** Frees the key unless it was done. */
    int release(AccountScope scope) {
        return scope.coreSql(RELEASE).set("key", key).set("claim", token).execute();
    }

    private static Refusal inUse() {
        return Refusal.conflict(
                "idempotency-key-in-use",
                "The first request with this Idempotency-Key is at work; ask again for its answer.");
    }
}
