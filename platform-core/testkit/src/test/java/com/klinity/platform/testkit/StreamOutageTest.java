package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.StreamsModule.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the watch over open answers does to the database, and what it makes of a database that does not answer. */
@Tag("AC-6")
class StreamOutageTest {

    /** Three seconds are promised; one more is for a machine that does much else. */
    private static final Duration BOUND = Duration.ofSeconds(4);

    /** Of the answer that says a little every 20 ms: more than two seconds' worth. */
    private static final int SECONDS_WORTH = 2500;

    private static final StreamsModule STREAMS = new StreamsModule();
    private static final TestServer SERVER =
            TestServer.of(new NotesModule(), STREAMS).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void an_answer_about_which_nobody_can_be_asked_is_cut() throws Exception {
        BestOfThree.within(BOUND, StreamOutageTest::endWithoutDatabase);
    }

    private static long endWithoutDatabase() throws Exception {
        SERVER.await(() -> SERVER.practitioner().get("/v1/notes").status() == 200);
        try (OpenAnswer open = OpenAnswer.of(SERVER, STREAMS, UUID.randomUUID(), Kind.EVENTS)) {
            long before = System.nanoTime();
            try (DatabaseOutage _ = DatabaseOutage.of(SERVER)) {
                return open.nanosFrom(before);
            }
        }
    }

    @Test
    void a_lost_connection_alone_cuts_nobody() throws Exception {
        try (OpenAnswer open = OpenAnswer.of(SERVER, STREAMS, UUID.randomUUID(), Kind.STUBBORN)) {
            DatabaseOutage.disconnect(SERVER);
            open.readOn(SECONDS_WORTH);
            assertFalse(open.end().isDone());
        }
    }

    @Test
    void many_answers_need_one_connection_of_the_watch() throws Exception {
        UUID account = UUID.randomUUID();
        try (OpenAnswer one = OpenAnswer.of(SERVER, STREAMS, account, Kind.EVENTS);
                OpenAnswer other = OpenAnswer.of(SERVER, STREAMS, UUID.randomUUID(), Kind.STUBBORN)) {
            SERVER.await(() -> watchers(SERVER) == 1);
            other.readOn(SECONDS_WORTH);
            assertEquals(1, watchers(SERVER));
            assertFalse(one.end().isDone());
        }
    }

    @Test
    void a_server_that_streams_nothing_has_none() {
        try (TestServer quiet = TestServer.of(new NotesModule()).start()) {
            assertEquals(200, quiet.practitioner().get("/v1/notes").status());
            assertEquals(0, watchers(quiet));
        }
    }

    private static int watchers(TestServer server) {
        try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'klinity-watch'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
