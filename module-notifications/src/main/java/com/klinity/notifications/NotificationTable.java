package com.klinity.notifications;

import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of {@code notifications.sent}. */
final class NotificationTable {

    private static final String FIRST = """
        select id, kind, created_at, state from notifications.sent order by created_at, id limit :limit
        """;

    private static final String NEXT = """
        select id, kind, created_at, state from notifications.sent
        where (created_at, id) > (:at, :id) order by created_at, id limit :limit
        """;

    private static final String INSERT = """
        insert into notifications.sent (id, kind, created_at, state) values (:id, :kind, :at, :state)
        """;

    private static final String EXISTS = "select id from notifications.sent where id = :id";

    private static final String EMAIL =
            "select email from identity.users where id = platform.current_account() and email is not null";

    private final Scope scope;

    NotificationTable(Scope scope) {
        this.scope = scope;
    }

    List<Notification> list(Page page) {
        return page.after()
                .map(after -> scope.sql(NEXT).set("at", after.at()).set("id", after.id()))
                .orElseGet(() -> scope.sql(FIRST))
                .set("limit", page.fetch())
                .list(NotificationTable::notification);
    }

    boolean holds(UUID id) {
        return scope.sql(EXISTS).set("id", id).first(row -> row.uuid("id")).isPresent();
    }

    void insert(UUID id, MailKind kind, Instant at, DeliveryState state) {
        scope.sql(INSERT)
                .set("id", id)
                .set("kind", kind.label())
                .set("at", at)
                .set("state", state)
                .execute();
    }

    /** The account's address, where the identity provider has told it. */
    Optional<String> email() {
        return scope.sql(EMAIL).first(row -> row.text("email"));
    }

    private static Notification notification(Row row) {
        return new Notification(
                row.uuid("id"), row.text("kind"), row.instant("created_at"), DeliveryState.valueOf(row.text("state")));
    }
}
