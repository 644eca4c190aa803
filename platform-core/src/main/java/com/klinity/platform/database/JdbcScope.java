package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.spi.UuidV7;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The scope of one call or run; unusable as soon as that ends. */
final class JdbcScope implements AccountScope {

    private final UUID account;
    private final AccountLane lane;
    private final AuditWriter auditWriter;
    private final Json json;
    private final Actor actor;
    private final Reach reach;
    private final Thread thread = Thread.currentThread();
    private final OnlySql.Inside inside;
    private volatile boolean closed;
    private final Set<String> leftJobs = new HashSet<>();
    private boolean holdsChain;

    JdbcScope(UUID account, AccountLane lane, AuditWriter auditWriter, Json json, Actor actor, Reach reach) {
        this.account = account;
        this.lane = lane;
        this.auditWriter = auditWriter;
        this.json = json;
        this.actor = actor;
        this.reach = reach;
        this.inside = OnlySql.begin(this::abort);
    }

    @Override
    public UUID account() {
        return account;
    }

    @Override
    public Statement sql(String text) {
        return sql(text, reach);
    }

    Statement sql(String text, Reach other) {
        refuseOutside();
        return new JdbcStatement(this::prepare, json, other.check(NamedSql.of(text)));
    }

    @Override
    public Scope reaching(Reach other) {
        return new OtherReach(this, other);
    }

    @Override
    public Statement coreSql(String text) {
        refuseOutside();
        return new JdbcStatement(this::prepare, json, NamedSql.of(text));
    }

    @Override
    public UUID enqueue(String topic, UUID subject) {
        UUID job = UuidV7.at(Instant.now());
        coreSql(JobStore.INSERT)
                .set("id", job)
                .set("topic", topic)
                .set("account", account)
                .set("subject", subject)
                .set("payload", "{}")
                .execute();
        leftJobs.add(topic);
        return job;
    }

    @Override
    public void withdraw(String topic, UUID subject) {
        coreSql(JobStore.WITHDRAW)
                .set("topic", topic)
                .set("account", account)
                .set("subject", subject)
                .execute();
    }

    @Override
    public void audit(Touch touch, Map<String, String> details) {
        refuseOutside();
        AuditEntry entry = AuditEntry.of(account, actor, touch, AuditEntry.SUCCESS, details, json);
        try {
            holdsChain = true;
            auditWriter.append(lane.transaction(), List.of(entry));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void admitDisclosure() {
        refuseOutside();
        if (holdsChain) {
            throw new IllegalStateException("disclose before auditing: the entry would wait for this transaction");
        }
        try {
            lane.enter();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Statements that were kept are refused as well. */
    private Prepared prepare(NamedSql sql, boolean streamed) throws SQLException {
        refuseOutside();
        return lane.prepare(sql, streamed);
    }

    private void refuseOutside() {
        if (closed) {
            throw new OutOfReach("the scope's transaction has ended");
        }
        if (!Thread.currentThread().equals(thread)) {
            throw new OutOfReach("the scope belongs to another thread");
        }
    }

    /** The topics of the jobs that were left. */
    Set<String> leftJobs() {
        return leftJobs;
    }

    void close() {
        closed = true;
        inside.close();
    }

    /** By another thread: what this one still asks is refused, and the connection is free for others. */
    private void abort() {
        closed = true;
        lane.abort();
    }
}
