package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.crash.Outcome.Acknowledged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What one writer has made and knows of. Nobody else changes it. Used by one thread at a time. */
final class Holdings {

    private final UUID account;
    private final List<Row> rows = new ArrayList<>();
    private Optional<Operation> open = Optional.empty();

    Holdings(UUID account) {
        this.account = account;
    }

    UUID account() {
        return account;
    }

    List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    List<Row> patients() {
        return rows.stream().filter(row -> row.kind() == Kind.PATIENT).toList();
    }

    /** What nobody has answered yet; nothing else is asked for before it is settled. */
    Optional<Operation> open() {
        return open;
    }

    /** Nobody knows whether it was done. */
    void leftOpen(Operation operation) {
        open = Optional.of(operation);
    }

    /** It was done; tells what the log must say of it. */
    Told done(Operation operation, Acknowledged answer) {
        List<Touch> touches = switch (operation) {
            case Operation.Create create -> {
                boolean first = made(create, answer.ids().iterator().next());
                yield List.of(touch(first ? Touch.CREATE : Touch.READ, create.kind(), answer.ids()));
            }
            case Operation.Update update -> {
                changed(update);
                yield List.of(touch(Touch.UPDATE, update.kind(), answer.ids()));
            }
            case Operation.Delete delete -> removed(delete);
            case Operation.Read read -> List.of(touch(Touch.READ, read.kind(), answer.ids()));
            case Operation.Listing listing -> List.of(touch(Touch.READ, listing.kind(), answer.ids()));
        };
        return new Told(account, answer.request(), touches);
    }

    /** Finds out what became of what nobody has answered: true when it was done. */
    boolean settle(Snapshot found) {
        Operation operation = open.orElseThrow();
        open = Optional.empty();
        return switch (operation) {
            case Operation.Create create -> settle(create, found);
            case Operation.Update update -> settle(update, found);
            case Operation.Delete delete -> settle(delete, found);
            case Operation.Read read -> true;
            case Operation.Listing listing -> true;
        };
    }

    private boolean settle(Operation.Create create, Snapshot found) {
        Optional<Row> row = found.marked(create.mark());
        row.ifPresent(one -> made(create, one.id()));
        return row.isPresent();
    }

    private boolean settle(Operation.Update update, Snapshot found) {
        boolean done = found.marked(update.mark()).isPresent();
        if (done) {
            changed(update);
        }
        return done;
    }

    private boolean settle(Operation.Delete delete, Snapshot found) {
        boolean done = !found.rows().containsKey(delete.row().id());
        if (done) {
            removed(delete);
        }
        return done;
    }

    /** False when it was known already: a repetition of what was done is answered by reading it, and is logged as that. */
    private boolean made(Operation.Create create, UUID id) {
        UUID patient = create.kind() == Kind.PATIENT ? id : create.patient();
        Row row = new Row(account, create.kind(), id, patient, create.mark(), 1);
        return !rows.contains(row) && rows.add(row);
    }

    private void changed(Operation.Update update) {
        rows.set(rows.indexOf(update.row()), update.row().changed(update.mark()));
    }

    private List<Touch> removed(Operation.Delete delete) {
        Set<UUID> cascade = rows.stream()
                .filter(row -> row.kind() == Kind.APPOINTMENT && delete.kind() == Kind.PATIENT)
                .filter(row -> row.patient().equals(delete.row().id()))
                .map(Row::id)
                .collect(Collectors.toSet());
        rows.removeIf(row -> row.equals(delete.row()) || cascade.contains(row.id()));
        List<Touch> touches = new ArrayList<>();
        touches.add(touch(Touch.DELETE, delete.kind(), Set.of(delete.row().id())));
        if (!cascade.isEmpty()) {
            touches.add(new Touch(Touch.DELETE, Kind.APPOINTMENT.resource(), cascade));
        }
        return touches;
    }

    private static Touch touch(String action, Kind kind, Set<UUID> ids) {
        return new Touch(action, kind.resource(), ids);
    }
}
