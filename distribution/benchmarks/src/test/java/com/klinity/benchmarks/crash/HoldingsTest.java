package com.klinity.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a writer takes for done after a crash. */
class HoldingsTest {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Holdings holdings = new Holdings(UUID.randomUUID());
    private final Row patient = make(new Operation.Create(Kind.PATIENT, "p", NOBODY, false), 1);
    private final Row visit = make(new Operation.Create(Kind.APPOINTMENT, "a", patient.id(), false), 2);

    @Test
    void a_create_whose_row_is_there() {
        holdings.leftOpen(new Operation.Create(Kind.PATIENT, "q", NOBODY, true));
        Row found = new Row(holdings.account(), Kind.PATIENT, new UUID(3, 3), new UUID(3, 3), "q", 1);
        assertTrue(holdings.settle(found(patient, visit, found)));
        assertEquals(List.of(patient, visit, found), holdings.rows());
    }

    @Test
    void a_repetition_of_what_was_done_is_logged_as_a_read() {
        Operation.Create create = new Operation.Create(Kind.PATIENT, "q", NOBODY, true);
        String first = action(create);
        assertEquals(List.of("create", "read"), List.of(first, action(create)));
        assertEquals(3, holdings.rows().size());
    }

    @Test
    void not_a_create_whose_row_is_not_there() {
        holdings.leftOpen(new Operation.Create(Kind.PATIENT, "q", NOBODY, true));
        assertFalse(holdings.settle(found(patient, visit)));
        assertEquals(List.of(patient, visit), holdings.rows());
    }

    @Test
    void a_change_whose_text_is_there() {
        holdings.leftOpen(new Operation.Update(visit, "b"));
        assertTrue(holdings.settle(found(patient, visit.changed("b"))));
        assertEquals(List.of(patient, visit.changed("b")), holdings.rows());
    }

    @Test
    void not_a_change_whose_text_is_not_there() {
        holdings.leftOpen(new Operation.Update(visit, "b"));
        assertFalse(holdings.settle(found(patient, visit)));
        assertEquals(List.of(patient, visit), holdings.rows());
    }

    @Test
    void a_deletion_whose_row_is_gone_with_all_that_went_with_it() {
        holdings.leftOpen(new Operation.Delete(patient));
        assertTrue(holdings.settle(found()));
        assertEquals(List.of(), holdings.rows());
    }

    @Test
    void not_a_deletion_whose_row_is_there() {
        holdings.leftOpen(new Operation.Delete(patient));
        assertFalse(holdings.settle(found(patient, visit)));
        assertEquals(List.of(patient, visit), holdings.rows());
    }

    @Test
    void deleting_a_patient_with_appointments_is_two_entries() {
        Operation delete = new Operation.Delete(patient);
        Told told = holdings.done(delete, Answers.to(delete, 9));
        assertEquals(
                List.of(
                        new Touch("delete", "Patient", Set.of(patient.id())),
                        new Touch("delete", "Appointment", Set.of(visit.id()))),
                told.touches());
    }

    private String action(Operation.Create create) {
        return holdings.done(create, Answers.to(create, 3)).touches().getFirst().action();
    }

    private Row make(Operation.Create create, long number) {
        holdings.done(create, Answers.to(create, number));
        return holdings.rows().getLast();
    }

    private static Snapshot found(Row... rows) {
        Map<UUID, Row> byId = Arrays.stream(rows).collect(Collectors.toMap(Row::id, Function.identity()));
        return new Snapshot(byId, List.of(), Map.of(), List.of());
    }
}
