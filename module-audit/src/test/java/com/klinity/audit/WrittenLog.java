package com.klinity.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Puts a log into the database behind the server's back, at times of the test's choice; its chain is right. */
final class WrittenLog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final String INSERT = """
        insert into audit.entries values (?, ?, cast(? as timestamptz), ?, ?, ?, ?, cast(? as uuid[]), 'success', ?, '', ?)
        """;

    private static final UUID SOMETHING = UUID.fromString("01a20283-5ad4-7b2e-8518-df21fcc289ab");

    private WrittenLog() {}

    /** Reads of one patient, one at each of these times. */
    static Practitioner at(TestServer server, List<Instant> times) {
        Practitioner owner = server.practitioner();
        assertEquals(200, owner.get("/v1/audit/events").status());
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                PreparedStatement insert = superuser.prepareStatement(INSERT);
                PreparedStatement head = superuser.prepareStatement(
                        "update audit.heads set sequence = ?, hash = ? where account_id = ?")) {
            String hash = ChainEntry.GENESIS;
            for (int i = 0; i < times.size(); i++) {
                hash = insert(insert, owner.account(), i + 1, times.get(i), hash);
            }
            insert.executeBatch();
            head.setLong(1, times.size());
            head.setBytes(2, HexFormat.of().parseHex(hash));
            head.setObject(3, owner.account());
            head.execute();
            return owner;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String insert(PreparedStatement insert, UUID account, long sequence, Instant at, String previous)
            throws SQLException {
        String time = TIME.format(at);
        List<String> fields = List.of(
                Long.toString(sequence),
                time,
                account.toString(),
                "203.0.113.7",
                "read",
                "Patient",
                SOMETHING.toString(),
                "success",
                SOMETHING.toString(),
                "");
        String hash = new ChainEntry(fields, "").expectedHash(account.toString(), previous);
        insert.setObject(1, account);
        insert.setLong(2, sequence);
        insert.setString(3, time);
        insert.setString(4, account.toString());
        insert.setString(5, "203.0.113.7");
        insert.setString(6, "read");
        insert.setString(7, "Patient");
        insert.setString(8, "{" + SOMETHING + "}");
        insert.setObject(9, SOMETHING);
        insert.setBytes(10, HexFormat.of().parseHex(hash));
        insert.addBatch();
        return hash;
    }
}
