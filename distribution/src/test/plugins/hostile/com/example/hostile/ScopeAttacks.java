package com.example.hostile;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

/** With a scope that is not the caller's, and with statements about others. */
final class ScopeAttacks {

    private static final AtomicReference<Scope> KEPT_SCOPE = new AtomicReference<>();
    private static final AtomicReference<Statement> KEPT_STATEMENT = new AtomicReference<>();

    static final Map<String, Attack> ALL = Map.of(
            "keep", ScopeAttacks::keep,
            "kept-scope", (call, known) -> users(KEPT_SCOPE.get()),
            "kept-statement", (call, known) -> KEPT_STATEMENT.get().list(row -> row.text("id")),
            "other-thread", ScopeAttacks::otherThread,
            "serialise", ScopeAttacks::serialise,
            "own-account", (call, known) -> users(call.scope()),
            "other-account",
                    (call, known) -> call.scope()
                            .sql("select id from identity.users where id = :id")
                            .set("id", UUID.fromString(known.get("victim")))
                            .list(row -> row.text("id")),
            "statement", (call, known) -> call.scope().sql(known.get("sql")).list(row -> row.text("answer")),
            "change", (call, known) -> call.scope().sql(known.get("sql")).execute());

    private ScopeAttacks() {}

    private static List<String> users(Scope scope) {
        return scope.sql("select id from identity.users").list(row -> row.text("id"));
    }

    private static Object keep(Call call, Map<String, String> known) {
        KEPT_SCOPE.set(call.scope());
        KEPT_STATEMENT.set(call.scope().sql("select id from identity.users"));
        return "kept";
    }

    private static Object otherThread(Call call, Map<String, String> known) throws Throwable {
        FutureTask<List<String>> task = new FutureTask<>(() -> users(call.scope()));
        Thread.ofVirtual().start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static Object serialise(Call call, Map<String, String> known) throws Throwable {
        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(call.scope());
        return "written";
    }
}
