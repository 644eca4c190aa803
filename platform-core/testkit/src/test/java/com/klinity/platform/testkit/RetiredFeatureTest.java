package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.StartFailure;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A feature that is taken out of an image: its rows are nobody's any more, and must not be forgotten. */
class RetiredFeatureTest {

    private static final TestServer BEFORE = TestServer.of(new NotesModule()).start();
    private static final Behind BEHIND = new Behind(BEFORE);
    private static final Practitioner EVE = note(BEFORE.practitioner());

    private static final String FAULT =
            "feature 'notes' was taken out, and 1 of its tables hold data that no deletion of an account would reach;"
                    + " install it again, or name it in klinity.features.retired, and its rows are erased with their"
                    + " accounts";

    @AfterAll
    static void stop() {
        BEFORE.close();
    }

    @Test
    @Tag("AC-7")
    void a_start_beside_its_rows_is_refused_in_one_line() {
        assertEquals(List.of(FAULT), faults(without()));
    }

    @Test
    @Tag("AC-7")
    void it_is_refused_as_well_where_nobody_wrote_down_whose_the_tables_are() throws SQLException {
        try (TestServer other = TestServer.of(new NotesModule()).start()) {
            note(other.practitioner());
            Behind behind = new Behind(other);
            behind.change("delete from platform.feature_tables where ? is not null", EVE.account());
            assertEquals(List.of(FAULT), faults(TestServer.of().setting("klinity.database.url", behind.database())));
        }
    }

    @Test
    void tables_that_never_held_anything_stop_nothing() {
        try (TestServer empty = TestServer.of(new NotesModule()).start();
                TestServer next = TestServer.of()
                        .setting("klinity.database.url", new Behind(empty).database())
                        .start()) {
            assertEquals(200, next.management().get("/health/ready").status());
        }
    }

    @Test
    @Tag("AC-1")
    @Tag("AC-7")
    @Tag("RT-4")
    void once_it_is_named_its_rows_go_with_their_account_and_no_others() {
        Practitioner ana = note(BEFORE.practitioner());
        try (TestServer next =
                without().setting("klinity.features.retired", "notes").start()) {
            Answer report = next.practitioner(ana.account()).delete("/v1/account");
            assertTrue(report.text().contains("\"feature\":\"notes\",\"name\":\"Notes (notes.notes)\""), report::text);
            assertTrue(report.text().contains("What it kept outside the database"), report::text);
            BEHIND.awaitErasure(ana.account());
        }
        assertEquals(0, BEHIND.notes(ana.account()));
        assertEquals(1, BEHIND.notes(EVE.account()));
    }

    @Test
    void naming_a_feature_that_is_installed_is_a_fault() {
        assertEquals(
                List.of("klinity.features.retired: names a feature that is installed; take it out of the list"),
                faults(TestServer.of(new NotesModule()).setting("klinity.features.retired", "other, notes")));
    }

    private static TestServer.Builder without() {
        return TestServer.of().setting("klinity.database.url", BEHIND.database());
    }

    private static List<String> faults(TestServer.Builder server) {
        return assertThrows(StartFailure.class, server::start).faults();
    }

    private static Practitioner note(Practitioner who) {
        assertEquals(201, who.post("/v1/notes", "{\"text\":\"a note\"}").status());
        return who;
    }
}
