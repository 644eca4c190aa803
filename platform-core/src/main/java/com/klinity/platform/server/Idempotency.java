package com.klinity.platform.server;

import com.klinity.platform.database.AccountScope;
import com.klinity.platform.database.RequestDigests;
import com.klinity.platform.database.RequestMemory;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Does a repeated {@code POST} once, by the {@code Idempotency-Key} header. That it was done is kept in the same
 * transaction as what it did, so that either both are there or none. What it answered is not kept: it is read again.
 */
final class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private static final String CLAIM = """
        insert into platform.idempotency as known (key, fingerprint, created_at) values (:key, :fingerprint, :now)
        on conflict (account_id, key) do update set fingerprint = excluded.fingerprint, status = null, silent = false,
            location = null, resources = null, claim = null, claimed_until = null, created_at = excluded.created_at
        where known.created_at <= :forgotten
        """;

    private static final String KEEP = """
        update platform.idempotency set status = :status, silent = :silent, location = :location, resources = :resources
        where key = :key
        """;

    private static final String FIRST = "select " + Remembered.COLUMNS + " from platform.idempotency where key = :key";

    private final RequestDigests digests;
    private final InstantSource clock;

    Idempotency(RequestDigests digests, InstantSource clock) {
        this.digests = digests;
        this.clock = clock;
    }

    boolean applies(AccountCalls.Declared declared, Incoming call) {
        return call.request().prologue().method().text().equals("POST")
                && Remembered.concerns(declared.action())
                && call.header(HEADER).isPresent();
    }

    /**
     * A claim to the key of a call that takes longer than a transaction.
     *
     * @param time after which others may take it over, should this server end meanwhile
     */
    Claim claim(Incoming call, Duration time) {
        return new Claim(
                UUID.randomUUID(), key(call), fingerprint(call, call.rawBody()), time, clock.instant(), forgotten());
    }

    /**
     * Does the work, unless it was done before.
     *
     * @throws Remembered.ReadAgain when it was, and told something
     */
    Reply once(AccountScope scope, Incoming call, byte[] content, Supplier<Reply> work) {
        byte[] key = key(call);
        byte[] fingerprint = fingerprint(call, content);
        int claimed = scope.coreSql(CLAIM)
                .set("key", key)
                .set("fingerprint", fingerprint)
                .set("now", clock.instant())
                .set("forgotten", forgotten())
                .execute();
        return claimed == 1 ? kept(scope, key, work.get()) : first(scope, key, fingerprint);
    }

    /** What was done up to then is not known any more. */
    private Instant forgotten() {
        return clock.instant().minus(RequestMemory.KNOWN);
    }

    private static Reply kept(AccountScope scope, byte[] key, Reply reply) {
        answered(scope.coreSql(KEEP), reply).set("key", key).execute();
        return reply;
    }

    /** The columns of an answer, bound: nothing of its body. */
    static Statement answered(Statement statement, Reply reply) {
        return statement
                .set("status", reply.status())
                .set("silent", reply.body() instanceof Reply.Empty || reply.body() instanceof Reply.After)
                .set("location", reply.headers().get("Location"))
                .set("resources", reply.touched());
    }

    private static Reply first(AccountScope scope, byte[] key, byte[] fingerprint) {
        return scope.coreSql(FIRST)
                .set("key", key)
                .first(row -> again(row, fingerprint))
                .orElseThrow(Refusal::unavailable);
    }

    static void requireSame(Row row, byte[] fingerprint) {
        byte[] first = row.bytes("fingerprint");
        if (first.length > 0 && !MessageDigest.isEqual(fingerprint, first)) {
            throw new Refusal(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key belongs to another request",
                    "Use a new key for each new request.");
        }
    }

    static Reply again(Row row, byte[] fingerprint) {
        requireSame(row, fingerprint);
        Remembered first = Remembered.of(row);
        if (first.silent()) {
            return first.repeated();
        }
        throw new Remembered.ReadAgain(first);
    }

    private static byte[] key(Incoming call) {
        String key = text(call);
        if (!FORM.matcher(key).matches()) {
            throw Refusal.malformed("Idempotency-Key must be 1 to 255 visible ASCII characters.");
        }
        return IntakeOf.sha256().digest(key.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(Incoming call) {
        return call.header(HEADER).orElseThrow();
    }

    private byte[] fingerprint(Incoming call, byte[] content) {
        String target = text(call)
                + ' '
                + call.request().path().rawPath()
                + ' '
                + call.request().query().rawValue()
                + ' ';
        return digests.of(target.getBytes(StandardCharsets.UTF_8), content);
    }
}
