package com.klinity.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An export that its caller takes slowly, larger than what sockets hold. */
class ExportCutTest {

    private static final int ENTRIES = 2_000;
    private static final int DETAILS = 20_000;
    private static final int READERS = 20;

    /** Of a server that is held up by somebody: a transaction, or a query that goes on. */
    private static final String HELD = """
        select count(*) from pg_stat_activity
        where datname = current_database() and usename = 'klinity_app' and xact_start < now() - interval '1 second'
        """;

    private static final TestServer SERVER = TestServer.of(new AuditModule())
            .setting("klinity.database.pool-size", "2")
            .start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @Tag("AC-6")
    void it_is_cut_when_the_account_is_suspended() throws IOException {
        Practitioner ana = withMuchToExport();
        try (Socket socket = begin(ana)) {
            assertEquals(15, socket.getInputStream().readNBytes(15).length);
            assertEquals(
                    "done", ask("select platform.set_suspended('" + ana.account() + "', true, '', gen_random_uuid())"));
            assertFalse(endOf(socket).endsWith("0\r\n\r\n"), "the last chunk");
        }
        assertEquals(200, SERVER.practitioner().get("/v1/audit/integrity").status());
    }

    @Test
    void callers_who_do_not_read_hold_nothing_of_the_database() throws IOException {
        Practitioner ana = withMuchToExport();
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                Socket reader = begin(ana);
                readers.add(reader);
                assertTrue(reader.getInputStream().read() >= 0);
            }
            assertEquals(200, SERVER.practitioner().get("/v1/audit/integrity").status());
            SERVER.await(() -> ask(HELD).equals("0"));
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    @Test
    void a_log_of_many_portions_is_exported_whole() {
        Practitioner ana = withMuchToExport();
        String csv = ana.get("/v1/audit/events.csv").text();
        assertEquals(ENTRIES + 2, csv.lines().count(), "header, entries and the export's own");
        assertEquals(
                ENTRIES, csv.lines().filter(line -> line.length() > DETAILS).count());
    }

    private static Socket begin(Practitioner ana) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(
                SERVER.address().getHost(), SERVER.address().getPort()));
        String request =
                "GET /v1/audit/events.csv HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ana.token() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    private static String endOf(Socket socket) throws IOException {
        byte[] last = {};
        byte[] portion = new byte[1 << 16];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                last = Arrays.copyOf(portion, read);
            }
        } catch (SocketException e) {
            return "reset";
        }
        return new String(last, ISO_8859_1);
    }

    private static Practitioner withMuchToExport() {
        Practitioner ana = WrittenLog.at(
                SERVER,
                IntStream.rangeClosed(1, ENTRIES)
                        .mapToObj(second -> Instant.ofEpochSecond(1_772_000_000L + second))
                        .toList());
        assertEquals(
                Integer.toString(ENTRIES),
                ask("with longer as (update audit.entries set details = repeat('x', " + DETAILS
                        + ") where account_id = '" + ana.account() + "' returning 1) select count(*) from longer"));
        return ana;
    }

    private static String ask(String sql) {
        try (Connection superuser = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
