package com.klinity.distribution;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.audit.AuditModule;
import com.klinity.billing.BillingModule;
import com.klinity.documents.DocumentsModule;
import com.klinity.identity.IdentityModule;
import com.klinity.identity.local.LocalIdentityAdapter;
import com.klinity.media.MediaModule;
import com.klinity.media.filesystem.FilesystemProvider;
import com.klinity.notifications.NotificationsModule;
import com.klinity.notifications.mailbox.MailboxAdapter;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.testkit.TestServer;
import com.klinity.transcription.TranscriptionModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A server with every feature and the adapters of the evaluation mode, but for its ears. */
final class FullServer implements AutoCloseable {

    static final List<FeatureModule> FEATURES = List.of(
            new AppointmentsModule(),
            new AuditModule(),
            new BillingModule(),
            new DocumentsModule(),
            new IdentityModule(),
            new MediaModule(),
            new NotificationsModule(),
            new TranscriptionModule());

    private static final String TABLES = """
        select t.table_schema || '.' || t.table_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.column_name = 'account_id' and t.table_type = 'BASE TABLE' order by 1
        """;

    private static final String EVERY_TABLE = """
        select table_schema || '.' || table_name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1
        """;

    private final TestServer server = TestServer.of(FEATURES.toArray(FeatureModule[]::new))
            .adapter(new LocalIdentityAdapter())
            .adapter(new FilesystemProvider())
            .adapter(new MailboxAdapter())
            .adapter(new HearingEngine())
            .setting("klinity.transcription.engine", HearingEngine.NAME)
            .start();

    TestServer server() {
        return server;
    }

    /** How many rows an account has in each table that belongs to accounts. */
    Map<String, Long> rows(UUID account) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : texts(TABLES)) {
            rows.put(table, rows(account, table));
        }
        return rows;
    }

    /** How many rows an account has in a table. */
    long rows(UUID account, String table) {
        String count = "select count(*) from " + table + " where account_id = ?";
        return Long.parseLong(texts(count, account).getFirst());
    }

    /** The first column of a query, read past the server. */
    List<String> texts(String sql, Object... parameters) {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables in which some row shows that text, in clear or as the bytes of it. */
    List<String> tablesThatShow(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return texts(EVERY_TABLE).stream()
                .filter(table -> !texts(
                                "select 1 from " + table + " t where t::text like ? or t::text like ? limit 1",
                                "%" + text + "%",
                                "%" + hex + "%")
                        .isEmpty())
                .toList();
    }

    /** Files of the data folder that hold that text. */
    List<Path> filesThatHold(String text) {
        try (Stream<Path> paths = Files.walk(server.dataDirectory())) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> content(path).contains(text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files and folders whose path names something. */
    List<Path> pathsThatName(UUID account) {
        try (Stream<Path> paths = Files.walk(server.dataDirectory())) {
            return paths.filter(path -> path.toString().contains(account.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
