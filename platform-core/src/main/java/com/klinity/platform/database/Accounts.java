package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Opens an account: one transaction, its row-level security, its state. Safe for many threads. */
public final class Accounts {

    private static final String ENTER = "select platform.enter(:account, :issued) as state";

    private final DataSource pool;
    private final Json json;
    private final Runnable jobLeft;

    /**
     * On connections of the app role, with auto-commit off.
     *
     * @param jobLeft called after a commit that left a job
     */
    public Accounts(DataSource pool, Json json, Runnable jobLeft) {
        this.pool = pool;
        this.json = json;
        this.jobLeft = jobLeft;
    }

    /**
     * Runs work in one transaction of the account, and commits it.
     *
     * @throws com.klinity.platform.spi.Refusal when the account may not act, or what the work throws
     * @throws DatabaseFailure when the database refuses
     */
    public <T> T in(Identity identity, Actor actor, Function<Scope, T> work) {
        return run(identity, actor, false, scope -> {
            enter(scope, identity).admit();
            return work.apply(scope);
        });
    }

    /** Runs work on what a deleted account left, in one transaction. For the core's erasure, and nobody else. */
    public <T> T inDeleted(UUID account, Actor actor, Function<Scope, T> work) {
        Identity identity = Identity.ofWork(account);
        return run(identity, actor, false, scope -> {
            enter(scope, identity).requireDeleted();
            return work.apply(scope);
        });
    }

    /** Reads of what a deleted account left. For the core's erasure, and nobody else. */
    public Reads readsOfDeleted(UUID account, Actor actor) {
        Identity identity = Identity.ofWork(account);
        return new Reads() {
            @Override
            public <T, E extends Exception> T in(Work<T, E> work) throws E {
                return run(identity, actor, true, scope -> {
                    enter(scope, identity).requireDeleted();
                    return work.read(scope);
                });
            }
        };
    }

    /** Appends entries about the account whatever its state is, in a transaction of their own. */
    public void note(Identity identity, Actor actor, Touch touch, String outcome, Map<String, String> details) {
        run(identity, actor, false, scope -> {
            enter(scope, identity);
            AuditTrail.append(scope, json, actor, touch, outcome, details);
            return outcome;
        });
    }

    /** Appends the entry of what the scope's transaction did. */
    public void append(Scope scope, Actor actor, Touch touch, Map<String, String> details) {
        AuditTrail.append(scope, json, actor, touch, AuditTrail.SUCCESS, details);
    }

    /** Reads of the account after its call was answered, each checking its state anew. */
    public Reads reads(Identity identity, Actor actor) {
        return new Reads() {
            @Override
            public <T, E extends Exception> T in(Work<T, E> work) throws E {
                return run(identity, actor, true, scope -> {
                    enter(scope, identity).admit();
                    return work.read(scope);
                });
            }
        };
    }

    private static AccountState enter(Scope scope, Identity identity) {
        return scope.sql(ENTER)
                .set("account", identity.account())
                .set("issued", identity.issuedAt())
                .first(row -> AccountState.of(row.text("state")))
                .orElseThrow();
    }

    /** The transaction itself: rolled back unless the work returns, and the scope dead afterwards. */
    private <T, E extends Exception> T run(Identity identity, Actor actor, boolean readOnly, Reads.Work<T, E> work)
            throws E {
        try (Connection connection = pool.getConnection();
                Transaction transaction = new Transaction(connection)) {
            connection.setReadOnly(readOnly);
            JdbcScope scope = new JdbcScope(identity.account(), connection, json, actor);
            try {
                T value = work.read(scope);
                transaction.commit();
                if (scope.leftJob()) {
                    jobLeft.run();
                }
                return value;
            } finally {
                scope.close();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
