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
import java.net.Socket;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An export that its caller takes slowly, larger than what sockets hold. */
class ExportCutTest {

    private static final int ENTRIES = 2_000;
    private static final int DETAILS = 20_000;
    private static final String UNDER_WAY = """
        select count(*) from pg_stat_activity where query like 'copy (%' and state = 'active'
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
    void it_is_cut_when_the_account_is_suspended_and_its_connection_given_back() throws IOException {
        for (int i = 0; i < 3; i++) {
            Practitioner ana = withMuchToExport();
            try (Socket socket = begin(ana)) {
                assertEquals(15, socket.getInputStream().readNBytes(15).length);
                SERVER.await(() -> ask(UNDER_WAY).equals("1"));
                assertEquals(
                        "done",
                        ask("select platform.set_suspended('" + ana.account() + "', true, '', gen_random_uuid())"));
                SERVER.await(() -> ask(UNDER_WAY).equals("0"));
                assertFalse(endOf(socket).endsWith("0\r\n\r\n"), "the last chunk");
            }
        }
        assertEquals(200, SERVER.practitioner().get("/v1/audit/integrity").status());
    }

    @Test
    void a_caller_who_goes_away_leaves_no_connection_behind() throws IOException {
        Practitioner ana = withMuchToExport();
        for (int i = 0; i < 3; i++) {
            try (Socket socket = begin(ana)) {
                assertTrue(socket.getInputStream().read() >= 0);
                SERVER.await(() -> ask(UNDER_WAY).equals("1"));
            }
            SERVER.await(() -> ask(UNDER_WAY).equals("0"));
        }
        assertEquals(200, ana.get("/v1/audit/events?limit=1").status());
    }

    private static Socket begin(Practitioner ana) throws IOException {
        Socket socket = new Socket(SERVER.address().getHost(), SERVER.address().getPort());
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
