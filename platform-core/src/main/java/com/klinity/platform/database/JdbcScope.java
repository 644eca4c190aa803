package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.spi.UuidV7;
import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The scope of one open transaction; unusable as soon as that ends. */
final class JdbcScope implements Scope {

    private final UUID account;
    private final Connection connection;
    private final Json json;
    private final Actor actor;
    private boolean closed;
    private boolean leftJob;

    JdbcScope(UUID account, Connection connection, Json json, Actor actor) {
        this.account = account;
        this.connection = connection;
        this.json = json;
        this.actor = actor;
    }

    @Override
    public UUID account() {
        return account;
    }

    @Override
    public Statement sql(String text) {
        if (closed) {
            throw new IllegalStateException("the scope's transaction has ended");
        }
        return new JdbcStatement(connection, json, text);
    }

    @Override
    public UUID enqueue(String topic, UUID subject) {
        UUID job = UuidV7.at(Instant.now());
        sql(JobStore.INSERT)
                .set("id", job)
                .set("topic", topic)
                .set("account", account)
                .set("subject", subject)
                .set("payload", "{}")
                .execute();
        leftJob = true;
        return job;
    }

    @Override
    public void withdraw(String topic, UUID subject) {
        sql(JobStore.WITHDRAW)
                .set("topic", topic)
                .set("account", account)
                .set("subject", subject)
                .execute();
    }

    @Override
    public void audit(Touch touch, Map<String, String> details) {
        AuditTrail.append(this, json, actor, touch, AuditTrail.SUCCESS, details);
    }

    boolean leftJob() {
        return leftJob;
    }

    void close() {
        closed = true;
    }
}
