package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fifty requests at once, over two nodes, with tokens of one subject that the platform has not seen before. */
class FirstAccessTest {

    private static final int REQUESTS = 50;
    private static final int TRIES = 20;
    private static final TestServer FIRST = TestServer.of(new NotesModule()).start();
    private static final TestServer SECOND = FIRST.sibling();

    private final UUID account = UUID.randomUUID();

    @AfterAll
    static void stop() {
        SECOND.close();
        FIRST.close();
    }

    @RepeatedTest(5)
    @Tag("AC-5")
    void make_one_account_and_get_fifty_good_answers() throws Exception {
        assertEquals(Collections.nCopies(REQUESTS, 200), answers(() -> {}));
        assertEquals(List.of("active"), rows());
    }

    @Test
    @Tag("LG-1")
    void leave_fifty_entries_where_they_read_patient_data() throws Exception {
        answers(() -> {});
        List<String> outcomes = FIRST.practitioner(account).auditEntries().stream()
                .map(AuditLine::outcome)
                .toList();
        assertEquals(Collections.nCopies(REQUESTS, "success"), outcomes);
    }

    @Test
    @Tag("AC-4")
    void bring_no_deleted_subject_back() throws Exception {
        FIRST.practitioner(account).get("/v1/notes");
        Ending.DELETION.of(FIRST, account);
        assertEquals(Collections.nCopies(REQUESTS, 401), answers(() -> {}));
        assertEquals(List.of("deleted"), rows());
    }

    @RepeatedTest(5)
    @Tag("AC-4")
    void bring_no_subject_back_that_is_deleted_in_their_midst() throws Exception {
        FIRST.practitioner(account).get("/v1/notes");
        List<Integer> statuses = answers(() -> Ending.DELETION.of(FIRST, account));
        assertTrue(Set.of(200, 401).containsAll(statuses), statuses::toString);
        assertEquals(List.of("deleted"), rows());
        assertEquals(401, SECOND.practitioner(account).get("/v1/notes").status());
    }

    /** Something that happens beside the requests. */
    @FunctionalInterface
    private interface Beside {
        void happen() throws SQLException;
    }

    private List<Integer> answers(Beside beside) throws InterruptedException, ExecutionException, SQLException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                Practitioner caller = (i % 2 == 0 ? FIRST : SECOND).practitioner(account);
                answers.add(callers.submit(() -> {
                    start.await();
                    return status(caller);
                }));
            }
            start.countDown();
            beside.happen();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    /** A status other than that the pool was busy for too long. */
    private static int status(Practitioner caller) {
        for (int tries = 0; tries < TRIES; tries++) {
            int status = caller.get("/v1/notes").status();
            if (status != 503) {
                return status;
            }
        }
        throw new AssertionError("busy for too long");
    }

    /** The account's rows, each by its state. */
    private List<String> rows() throws SQLException {
        String sql = "select case when deleted_at is null then 'active' else 'deleted' end from identity.users"
                + " where id = ?";
        try (Connection connection = FIRST.connect(DatabaseRole.SUPERUSER);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, account);
            List<String> states = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    states.add(rows.getString(1));
                }
            }
            return states;
        }
    }
}
