package com.klinity.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.audit.OvertakenModule.Form;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An export of entries that leave between the read of its bounds and the read of its first piece. */
@Tag("LG-5")
class OvertakenExportTest {

    private static final TestServer SERVER =
            TestServer.of(new OvertakenModule(OvertakenExportTest::remove)).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    void one_whose_oldest_entries_were_archived_meanwhile_is_not_sent_with_a_hole(Form form) {
        Answer answer = withFour().get("/v1/overtaken/" + form + "/1-2");
        assertEquals(503, answer.status(), answer::text);
    }

    @ParameterizedTest
    @Tag("LG-3")
    @EnumSource
    void entries_that_are_missing_further_on_keep_nobody_from_the_rest(Form form) {
        Answer answer = withFour().get("/v1/overtaken/" + form + "/2-2");
        assertEquals(200, answer.status(), answer::text);
    }

    private static Practitioner withFour() {
        return WrittenLog.at(
                SERVER,
                IntStream.rangeClosed(1, 4)
                        .mapToObj(second -> Instant.ofEpochSecond(1_772_000_000L + second))
                        .toList());
    }

    private static void remove(UUID account, String entries) {
        try (Connection superuser = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute("delete from audit.entries where account_id = '" + account + "' and sequence between "
                    + entries.replace("-", " and "));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
