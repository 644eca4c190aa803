package com.klinity.benchmarks.export;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts a log with a right chain into the database: such as a practitioner's days leave, every tenth with details. */
final class FilledLog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final List<String> ACTIONS = List.of("read", "create", "update", "read", "sign");
    private static final List<String> TYPES = List.of("Patient", "Appointment", "Transcript", "Document");
    private static final long NANOS_BETWEEN = 7_000_123_000L;
    private static final int PORTION = 1 << 16;

    private final Random random = new Random(1);
    private final UUID account;
    private Instant time = Instant.parse("2026-01-01T00:00:00.000123Z");
    private String hash = ChainEntry.GENESIS;

    private FilledLog(UUID account) {
        this.account = account;
    }

    /** Replaces what is in the account's log by so many entries. */
    static void fill(Postgres postgres, UUID account, int entries) {
        String its = " where account_id = '" + account + "'";
        postgres.execute("delete from audit.entries" + its);
        FilledLog log = new FilledLog(account);
        try {
            log.copy(postgres.admin().unwrap(PGConnection.class), entries);
        } catch (SQLException | IOException e) {
            throw new BenchmarkFailure("the log could not be filled", e);
        }
        postgres.execute(
                "update audit.heads set sequence = " + entries + ", hash = decode('" + log.hash + "', 'hex')" + its);
        postgres.execute("vacuum analyze audit.entries");
    }

    private void copy(PGConnection connection, int entries) throws SQLException, IOException {
        CopyIn copy = connection.getCopyAPI().copyIn("copy audit.entries from stdin");
        StringBuilder portion = new StringBuilder();
        for (int sequence = 1; sequence <= entries; sequence++) {
            portion.append(row(sequence));
            if (portion.length() > PORTION || sequence == entries) {
                byte[] bytes = portion.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                portion.setLength(0);
            }
        }
        copy.endCopy();
    }

    private String row(int sequence) {
        time = time.plusNanos(NANOS_BETWEEN);
        String details = sequence % 10 == 0 ? "{\"format\": \"pdf, signed\"}" : "";
        List<String> fields = List.of(
                Integer.toString(sequence),
                TIME.format(time),
                account.toString(),
                "203.0.113.7",
                ACTIONS.get(sequence % ACTIONS.size()),
                TYPES.get(sequence % TYPES.size()),
                id(),
                "success",
                id(),
                details);
        hash = new ChainEntry(fields, "").expectedHash(account.toString(), hash);
        return account + "\t" + String.join("\t", fields.subList(0, 6)) + "\t{" + fields.get(6) + "}\t"
                + String.join("\t", fields.subList(7, 10)) + "\t\\\\x" + hash + "\n";
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
