package com.klinity.platform.database;

import com.klinity.platform.spi.AuditHeads;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checkpoints in PostgreSQL, through functions that ask for the core's key. */
public final class CheckpointStore implements AuditHeads {

    private static final String PROGRESS = """
        select coalesce(max(number), 0) as taken,
            coalesce(max(number) filter (where witnessed_at is not null), 0) as witnessed,
            max(taken_at) filter (where complete) as complete_at
        from audit.checkpoints
        """;

    private static final String BEGIN = "select number, previous from audit.begin_checkpoint(:key)";

    private static final String HEADS = """
        select account_id, sequence, encode(hash, 'hex') as hash from audit.heads_to_witness(:key, :complete)
        """;

    private static final String KEEP = """
        select 1 as kept from audit.keep_checkpoint(:key, :number, :taken, :complete, decode(:root, 'hex'), decode(:digest, 'hex'), :note,
            :accounts, cast(:sequences as bigint[]), cast(:hashes as bytea[]))
        """;

    private static final String UNWITNESSED =
            "select number, note from audit.checkpoints where witnessed_at is null order by number limit 1";

    private static final String FIND = "select number, note from audit.checkpoints where number = :number";

    private static final String LINES = """
        select account_id, sequence, encode(hash, 'hex') as hash from audit.checkpoint_lines(:key, :number)
        """;

    private static final String WITNESSED = "select 1 as noted from audit.witnessed(:key, :number)";

    private final KeyedPool database;
    private final Json json;

    /** In that database. */
    public CheckpointStore(KeyedPool database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Progress progress() {
        return run(lane -> sql(lane, PROGRESS).first(CheckpointStore::progress).orElseThrow());
    }

    private static Progress progress(Row row) {
        return new Progress(
                row.number("taken"), row.number("witnessed"), Optional.ofNullable(row.instantOrNull("complete_at")));
    }

    @Override
    public Taking take(boolean complete, Sealing sealing) {
        return longRun(lane -> keyed(lane, BEGIN)
                .first(row -> new Begun(row.number("number"), row.text("previous")))
                .map(begun -> take(lane, begun, complete, sealing))
                .orElseGet(Taking.NotNow::new));
    }

    private record Begun(long number, String previous) {}

    private Taking take(Lane lane, Begun begun, boolean complete, Sealing sealing) {
        List<Head> heads = keyed(lane, HEADS).set("complete", complete).list(CheckpointStore::head);
        if (heads.isEmpty()) {
            return new Taking.Unchanged();
        }
        Seal seal = sealing.seal(begun.number(), begun.previous(), complete, heads);
        keyed(lane, KEEP)
                .set("number", begun.number())
                .set("taken", seal.takenAt())
                .set("complete", complete)
                .set("root", seal.root())
                .set("digest", seal.digest())
                .set("note", seal.note())
                .set("accounts", heads.stream().map(Head::account).toList())
                .set("sequences", texts(heads, head -> Long.toString(head.sequence())))
                .set("hashes", texts(heads, head -> "\\x" + head.hash()))
                .first(row -> row.number("kept"));
        return new Taking.Taken(new Checkpoint(begun.number(), seal.note(), heads));
    }

    private static List<String> texts(List<Head> heads, Function<Head, String> part) {
        return heads.stream().map(part).toList();
    }

    @Override
    public Optional<Checkpoint> unwitnessed() {
        return longRun(lane -> sql(lane, UNWITNESSED).first(row -> checkpoint(lane, row)));
    }

    @Override
    public Optional<Checkpoint> find(long number) {
        return longRun(lane -> sql(lane, FIND).set("number", number).first(row -> checkpoint(lane, row)));
    }

    private Checkpoint checkpoint(Lane lane, Row row) {
        long number = row.number("number");
        String note = row.text("note");
        return new Checkpoint(
                number, note, keyed(lane, LINES).set("number", number).list(CheckpointStore::head));
    }

    @Override
    public void witnessed(long number) {
        run(lane -> keyed(lane, WITNESSED).set("number", number).first(row -> row.number("noted")));
    }

    private static Head head(Row row) {
        return new Head(row.uuid("account_id"), row.number("sequence"), row.text("hash"));
    }

    private JdbcStatement sql(Lane lane, String text) {
        return new JdbcStatement(lane, json, NamedSql.of(text));
    }

    private Statement keyed(Lane lane, String text) {
        return sql(lane, text).set("key", database.key().bytes());
    }

    /** Takes what is there of all accounts. */
    private <T> T longRun(Function<TransactionLane, T> work) {
        return run(lane -> {
            try {
                Patience.ofLongWork().on(lane.transaction());
            } catch (SQLException e) {
                throw new DatabaseFailure(e);
            }
            return work.apply(lane);
        });
    }

    private <T> T run(Function<TransactionLane, T> work) {
        try (Connection connection = database.pool().getConnection();
                Transaction transaction = new Transaction(connection)) {
            T result = work.apply(new TransactionLane(connection));
            transaction.commit();
            return result;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
