package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.OperatorDesk;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server says at its start how many reviews of emergency access are overdue, and nothing else of them. */
@Tag("AC-10")
class ReviewReminderTest {

    private final TestServer server = TestServer.of(new NotesModule()).start();
    private final Desk desk = new Desk(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_overdue_review_is_one_warning_that_tells_a_number() throws SQLException {
        UUID access = desk.recorded();
        desk.age(access, "31 days");
        desk.recorded();
        try (LogLines log = new LogLines("com.klinity.platform.ReviewReminder");
                TestServer second = server.sibling()) {
            assertEquals(
                    List.of("WARNING emergency accesses that nobody reviewed in time: 1;"
                            + " see klinity emergency-access list"),
                    log.lines(),
                    second::toString);
        }
    }

    @Test
    void reviews_in_time_are_no_word() throws SQLException {
        UUID access = desk.recorded();
        desk.age(access, "31 days");
        try (OperatorDesk open = desk.open()) {
            open.emergencies().review(access, "Rui Auditor", "as described");
        }
        try (LogLines log = new LogLines("com.klinity.platform.ReviewReminder");
                TestServer second = server.sibling()) {
            assertEquals(List.of(), log.lines(), second::toString);
        }
    }
}
