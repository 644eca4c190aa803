package com.klinity.platform.testkit.isolation;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.UuidV7;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Row-level security holds the tables, so every mistake here is made with what a handler keeps beside them. */
final class Shelves implements Feature {

    private static final String RESOURCE = "Shelf";

    private final Optional<Leak> leak;
    private final Path folder;
    private final Map<UUID, Shelf> all = new ConcurrentHashMap<>();
    private final Map<String, Shelf> keys = new ConcurrentHashMap<>();

    Shelves(Optional<Leak> leak, Path folder) {
        this.leak = leak;
        this.folder = folder;
    }

    record NewShelf(String name, @Nullable String beside) {
        NewShelf {
            new Rules().text("/name", name, 100).enforce();
        }
    }

    record Shelf(UUID id, String name, UUID account) {}

    record Shown(UUID id, String name) {
        static Shown of(Shelf shelf) {
            return new Shown(shelf.id(), shelf.name());
        }
    }

    record Found(List<Shown> items, int total) {}

    @Override
    public void routes(Routes routes) {
        routes.post("/v1/shelves", Access.phi(Action.CREATE, RESOURCE), this::create);
        Parameters query = is(Leak.A_QUERY_SAYS_WHOSE_CALL_IT_IS)
                ? Parameters.page().text("accountId", "Whose.")
                : Parameters.page();
        routes.get("/v1/shelves", Access.phi(Action.READ, RESOURCE), query, this::list);
        routes.get("/v1/shelves/{id}", Access.phi(Action.READ, RESOURCE), this::read);
        routes.delete("/v1/shelves/{id}", Access.phi(Action.DELETE, RESOURCE), this::delete);
    }

    private Reply create(Call call) {
        NewShelf input = call.body(NewShelf.class);
        String key = call.header("Idempotency-Key").orElse("");
        if (is(Leak.ANOTHERS_KEY_ANSWERS) && keys.containsKey(key)) {
            return Reply.created("/v1/shelves/" + keys.get(key).id(), Shown.of(keys.get(key)));
        }
        if (is(Leak.ANOTHERS_NAME_IS_TAKEN)
                && all.values().stream().anyMatch(shelf -> shelf.name().equals(input.name()))) {
            throw Refusal.conflict("name-taken", "There is a shelf of that name.");
        }
        Shelf shelf = new Shelf(UuidV7.at(Instant.now()), input.name(), call.account());
        insert(call.scope(), shelf, beside(call.scope(), input));
        all.put(shelf.id(), shelf);
        keys.put(key, shelf);
        write(shelf.id());
        return Reply.created("/v1/shelves/" + shelf.id(), Shown.of(shelf)).about(shelf.id());
    }

    private @Nullable String beside(Scope scope, NewShelf input) {
        if (input.beside() == null || is(Leak.ANOTHERS_REFERENCE_IS_STORED)) {
            return input.beside();
        }
        return find(scope, UUID.fromString(input.beside()))
                .map(shelf -> shelf.id().toString())
                .orElseThrow(() -> Refusal.invalid("/beside", "must be the id of a shelf"));
    }

    private static void insert(Scope scope, Shelf shelf, @Nullable String beside) {
        scope.sql("insert into shelves.shelves (id, name, beside) values (:id, :name, cast(:beside as text))")
                .set("id", shelf.id())
                .set("name", shelf.name())
                .set("beside", beside)
                .execute();
    }

    private Reply list(Call call) {
        Page page = call.page();
        Optional<String> asked = is(Leak.A_QUERY_SAYS_WHOSE_CALL_IT_IS) ? call.query("accountId") : Optional.empty();
        Optional<String> header =
                is(Leak.A_HEADER_SAYS_WHOSE_CALL_IT_IS) ? call.header("X-Account-Id") : Optional.empty();
        List<Shown> items = asked.or(() -> header)
                .map(account -> all.values().stream()
                        .filter(shelf -> shelf.account().toString().equals(account))
                        .map(Shown::of)
                        .toList())
                .orElseGet(() -> own(call.scope(), page));
        return Reply.ok(new Found(items, is(Leak.A_TOTAL_COUNTS_EVERYBODY) ? all.size() : items.size()));
    }

    private static List<Shown> own(Scope scope, Page page) {
        return scope.sql("select id, name from shelves.shelves order by id limit :limit")
                .set("limit", page.fetch())
                .list(row -> new Shown(row.uuid("id"), row.text("name")));
    }

    private Reply read(Call call) {
        UUID id = call.id("id");
        Optional<Shown> own = find(call.scope(), id);
        boolean others = own.isEmpty() && all.containsKey(id);
        if (others && is(Leak.ANOTHERS_ID_IS_FORBIDDEN_INSTEAD_OF_UNKNOWN)) {
            throw new Refusal(403, "forbidden", "Not yours", "This shelf is somebody else's.");
        }
        if (others && is(Leak.ANOTHERS_ID_COSTS_ONE_STATEMENT_MORE)) {
            find(call.scope(), id);
        }
        return Reply.ok(own.orElseThrow(Refusal::notFound)).about(id);
    }

    private Reply delete(Call call) {
        UUID id = call.id("id");
        if (is(Leak.ANOTHERS_FILE_IS_REMOVED_BEFORE_THE_CHECK)) {
            remove(id);
        }
        int removed = call.scope()
                .sql("delete from shelves.shelves where id = :id")
                .set("id", id)
                .execute();
        if (removed == 0) {
            throw Refusal.notFound();
        }
        remove(id);
        return Reply.noContent().about(id);
    }

    private static Optional<Shown> find(Scope scope, UUID id) {
        return scope.sql("select id, name from shelves.shelves where id = :id")
                .set("id", id)
                .first(row -> new Shown(row.uuid("id"), row.text("name")));
    }

    private void write(UUID id) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(id.toString()), "wood");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(UUID id) {
        try {
            Files.deleteIfExists(folder.resolve(id.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean is(Leak one) {
        return leak.equals(Optional.of(one));
    }
}
