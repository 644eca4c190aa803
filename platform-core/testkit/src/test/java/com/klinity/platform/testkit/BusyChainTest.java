package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An account whose chain of entries somebody else is extending waits for that in its own share of the connections. */
@Tag("AU-1")
@Timeout(180)
class BusyChainTest {

    private static final int CONNECTIONS = 4;
    private static final int SHARE = 3;
    private static final int CALLS = 12;

    private static final String WAITING = """
        select count(*) from pg_stat_activity
        where datname = current_database() and application_name = 'klinity' and wait_event_type = 'Lock'
        """;

    private static final TestServer SERVER = TestServer.of(new NotesModule())
            .setting("klinity.database.pool-size", Integer.toString(CONNECTIONS))
            .start();

    private static final Practitioner ANA = SERVER.practitioner();
    private static final Practitioner BEN = SERVER.practitioner();

    @BeforeAll
    static void begin() {
        assertEquals(200, ANA.get("/v1/notes").status());
        assertEquals(200, BEN.get("/v1/notes").status());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void its_calls_take_no_more_connections_than_their_share() throws Exception {
        try (Connection session = SERVER.connect(DatabaseRole.SUPERUSER);
                Connection looking = SERVER.connect(DatabaseRole.SUPERUSER);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            session.setAutoCommit(false);
            lockChain(session);
            List<Future<Answer>> calls = IntStream.range(0, CALLS)
                    .mapToObj(call -> callers.submit(() -> ANA.get("/v1/notes")))
                    .toList();
            long most = 0;
            while (!calls.stream().allMatch(Future::isDone)) {
                most = Math.max(most, waiting(looking));
            }
            session.rollback();
            assertEquals(SHARE, most);
            assertEquals(200, BEN.get("/v1/notes").status());
        }
    }

    private static void lockChain(Connection session) throws SQLException {
        try (PreparedStatement lock =
                session.prepareStatement("select from audit.heads where account_id = ? for update")) {
            lock.setObject(1, ANA.account());
            lock.execute();
        }
    }

    private static long waiting(Connection looking) throws SQLException {
        looking.setAutoCommit(true); // so that each look is a new one
        try (PreparedStatement ask = looking.prepareStatement(WAITING);
                ResultSet row = ask.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
