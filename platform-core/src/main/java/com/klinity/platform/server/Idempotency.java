package com.klinity.platform.server;

import com.klinity.platform.database.AccountScope;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers a repeated {@code POST} with its first answer, by the {@code Idempotency-Key} header. The first answer is kept
 * in the same transaction as what it did, so that either both are there or none.
 */
final class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAY = "idempotentReplay";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private static final String CLAIM = """
        insert into platform.idempotency (key, fingerprint) values (:key, :fingerprint) on conflict do nothing
        """;

    private static final String KEEP = """
        update platform.idempotency set status = :status, headers = cast(:headers as jsonb), body = :body,
            resources = :resources where key = :key
        """;

    private static final String FIRST = """
        select fingerprint, status, headers, coalesce(body, ''::bytea) as body, resources
        from platform.idempotency where key = :key
        """;

    private final JacksonJson json;

    Idempotency(JacksonJson json) {
        this.json = json;
    }

    boolean applies(Incoming call) {
        return call.request().prologue().method().text().equals("POST")
                && call.header(HEADER).isPresent();
    }

    static boolean isReplay(Reply reply) {
        return reply.details().containsKey(REPLAY);
    }

    /**
     * A claim to the key of a call that takes longer than a transaction.
     *
     * @param time after which others may take it over, should this server end meanwhile
     */
    Claim claim(Incoming call, Duration time) {
        return new Claim(this, UUID.randomUUID(), key(call), fingerprint(call, call.rawBody()), time);
    }

    /** Does the work, or answers as the first time. */
    Reply once(AccountScope scope, Incoming call, byte[] content, Supplier<Reply> work) {
        byte[] key = key(call);
        byte[] fingerprint = fingerprint(call, content);
        int claimed = scope.coreSql(CLAIM)
                .set("key", key)
                .set("fingerprint", fingerprint)
                .execute();
        return claimed == 1 ? kept(scope, key, work.get()) : first(scope, key, fingerprint);
    }

    private Reply kept(AccountScope scope, byte[] key, Reply reply) {
        answered(scope.coreSql(KEEP), reply).set("key", key).execute();
        return reply;
    }

    /** The columns of an answer, bound. */
    Statement answered(Statement statement, Reply reply) {
        return statement
                .set("status", reply.status())
                .set("headers", json.write(reply.headers()).text())
                .set("body", body(reply))
                .set("resources", reply.touched());
    }

    private byte[] body(Reply reply) {
        return switch (reply.body()) {
            case Reply.Json value -> json.bytes(value.value());
            case Reply.Empty _, Reply.After _ -> new byte[0];
            default -> throw new IllegalStateException("a route that takes Idempotency-Key answers with JSON");
        };
    }

    private static Reply first(AccountScope scope, byte[] key, byte[] fingerprint) {
        return scope.coreSql(FIRST)
                .set("key", key)
                .first(row -> replay(row, fingerprint))
                .orElseThrow(Refusal::unavailable);
    }

    static void requireSame(Row row, byte[] fingerprint) {
        if (!MessageDigest.isEqual(fingerprint, row.bytes("fingerprint"))) {
            throw new Refusal(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key belongs to another request",
                    "Use a new key for each new request.");
        }
    }

    static Reply replay(Row row, byte[] fingerprint) {
        requireSame(row, fingerprint);
        byte[] body = row.bytes("body");
        Reply.Body content = body.length == 0 ? new Reply.Empty() : new Reply.Bytes("application/json", body);
        List<UUID> resources = row.uuids("resources");
        return new Reply((int) row.number("status"), headers(row), content, resources, Map.of(REPLAY, "true"));
    }

    @SuppressWarnings("unchecked") // written from a map of text above
    private static Map<String, String> headers(Row row) {
        return row.json("headers", Map.class);
    }

    private static byte[] key(Incoming call) {
        String key = call.header(HEADER).orElseThrow();
        if (!FORM.matcher(key).matches()) {
            throw Refusal.malformed("Idempotency-Key must be 1 to 255 visible ASCII characters.");
        }
        return IntakeOf.sha256().digest(key.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] fingerprint(Incoming call, byte[] content) {
        MessageDigest digest = IntakeOf.sha256();
        digest.update(call.request().path().rawPath().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content);
        return digest.digest();
    }
}
