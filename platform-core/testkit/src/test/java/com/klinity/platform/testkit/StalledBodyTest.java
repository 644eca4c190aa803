package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.klinity.platform.embedded.DatabaseRole;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Callers who begin a body and never end it. */
@Tag("AV-1")
class StalledBodyTest {

    private static final int STALLED = 100;
    private static final TestServer SERVER = TestServer.of(new NotesModule())
            .setting("klinity.database.pool-size", "4")
            .setting("klinity.budget.requests", Integer.toString(2 * STALLED))
            .start();

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final List<KeptConnection> stalled = new ArrayList<>();
    private Practitioner greedy;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void stall() throws IOException {
        greedy = SERVER.practitioner();
        greedy.get("/v1/notes");
        for (int i = 0; i < STALLED; i++) {
            KeptConnection connection = KeptConnection.to(SERVER.address());
            connection.send("POST /v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100\r\nAuthorization: Bearer " + greedy.token() + "\r\n\r\n{\"text\":");
            stalled.add(connection);
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        for (KeptConnection connection : stalled) {
            connection.close();
        }
    }

    @Test
    void others_are_served() {
        assertEquals(
                201, SERVER.practitioner().post("/v1/notes", "{\"text\":\"x\"}").status());
    }

    @Test
    @Tag("AC-6")
    void their_account_can_be_suspended_at_once() throws SQLException {
        try (Connection operator = SERVER.connect(DatabaseRole.OPERATOR);
                PreparedStatement update = operator.prepareStatement(
                        "set lock_timeout = '1s'; update identity.users set banned_at = now() where id = ?")) {
            update.setObject(1, greedy.account());
            update.execute();
        }
        assertEquals(403, greedy.get("/v1/notes").status());
    }

    /** A slow machine may need longer, but whoever waits for a stalled body waits for half a minute. */
    @Test
    @Tag("AC-7")
    void their_account_can_be_deleted_at_once() {
        assertEquals(202, inTime(() -> greedy.delete("/v1/account")).status());
        assertEquals(401, greedy.get("/v1/notes").status());
    }

    private static Answer inTime(ThrowingSupplier<Answer> call) {
        return assertTimeoutPreemptively(AT_ONCE, call);
    }
}
