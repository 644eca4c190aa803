package com.klinity.benchmarks.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A patient made, changed and read, another one made and deleted: what is found when something of it is not so. */
class FindingsTest {

    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final Row KEPT = new Row(ANA, Kind.PATIENT, id(1), id(1), "w0-2", 2);
    private static final Row GONE = new Row(ANA, Kind.PATIENT, id(2), id(2), "w0-4", 1);

    private final List<Entry> entries = new ArrayList<>(List.of(
            entry(1, Touch.CREATE, KEPT),
            entry(2, Touch.UPDATE, KEPT),
            entry(3, Touch.READ, KEPT),
            entry(4, Touch.CREATE, GONE),
            entry(5, Touch.DELETE, GONE)));
    private final List<Told> told = new ArrayList<>(entries.stream()
            .map(entry -> new Told(ANA, entry.request(), List.of(entry.touch())))
            .toList());
    private final Map<UUID, Row> rows = new HashMap<>(Map.of(KEPT.id(), KEPT));
    private final List<Row> expected = new ArrayList<>(List.of(KEPT));

    @Test
    void nothing_when_all_is_as_it_was_told() {
        assertEquals(List.of(), findings());
    }

    @Test
    void a_lost_row() {
        rows.clear();
        assertFound("there must be");
    }

    @Test
    void a_row_that_is_back_after_its_deletion() {
        rows.put(GONE.id(), GONE);
        assertFound("nobody made or which was deleted");
    }

    @Test
    void a_row_whose_change_is_lost() {
        rows.put(KEPT.id(), new Row(ANA, Kind.PATIENT, KEPT.id(), KEPT.id(), "w0-1", 1));
        assertFound("there must be");
    }

    @Test
    void a_read_without_its_entry() {
        entries.remove(2);
        assertFound("was answered");
    }

    @Test
    void a_write_without_its_entry() {
        entries.remove(1);
        assertFound("was answered");
    }

    @Test
    void an_entry_that_is_there_twice() {
        entries.add(new Entry(ANA, 6, request(3), entries.get(2).touch(), true));
        assertFound("was answered");
    }

    @Test
    void an_entry_that_names_something_else() {
        entries.set(2, entry(3, Touch.READ, GONE));
        assertFound("was answered");
    }

    @Test
    void an_entry_in_another_account_s_chain() {
        Entry read = entries.get(2);
        entries.set(2, new Entry(BEN, 1, read.request(), read.touch(), true));
        assertFound("was answered");
    }

    @Test
    void an_unanswered_create_whose_row_has_no_entry() {
        Row row = new Row(ANA, Kind.APPOINTMENT, id(3), KEPT.id(), "w0-5", 1);
        rows.put(row.id(), row);
        expected.add(row);
        assertFound(row.id() + " has the entries []");
    }

    @Test
    void an_unanswered_create_whose_entry_has_no_row() {
        Row row = new Row(ANA, Kind.APPOINTMENT, id(3), KEPT.id(), "w0-5", 1);
        entries.add(entry(6, Touch.CREATE, row));
        assertFound("and there is no row");
    }

    @Test
    void an_unanswered_change_whose_row_has_no_entry() {
        Row changed = KEPT.changed("w0-6");
        rows.put(KEPT.id(), changed);
        expected.set(0, changed);
        assertFound(KEPT.id() + " has the entries");
    }

    @Test
    void an_unanswered_change_whose_entry_has_no_row() {
        entries.add(entry(6, Touch.UPDATE, KEPT));
        assertFound(KEPT.id() + " has the entries");
    }

    @Test
    void an_unanswered_deletion_whose_row_is_still_there() {
        entries.add(entry(6, Touch.DELETE, KEPT));
        assertFound(KEPT.id() + " has the entries");
    }

    @Test
    void a_repeated_create_that_was_done_twice() {
        Row twice = new Row(ANA, Kind.PATIENT, id(3), id(3), "w0-1", 1);
        rows.put(twice.id(), twice);
        entries.add(entry(6, Touch.CREATE, twice));
        assertFound("nobody made");
    }

    @Test
    void nothing_of_a_repeated_create_that_was_answered_by_reading_it() {
        Entry read = entry(6, Touch.READ, KEPT);
        entries.add(read);
        told.add(new Told(ANA, request(6), List.of(read.touch())));
        assertEquals(List.of(), findings());
    }

    @Test
    void a_broken_chain() {
        List<String> broken = List.of("the chain of somebody breaks");
        assertEquals(broken, Findings.in(new Snapshot(rows, entries, Map.of(), broken), told, expected));
    }

    private List<String> findings() {
        return Findings.in(new Snapshot(rows, entries, Map.of(), List.of()), told, expected);
    }

    private void assertFound(String words) {
        List<String> findings = findings();
        assertTrue(findings.stream().anyMatch(finding -> finding.contains(words)), findings::toString);
    }

    private static Entry entry(int number, String action, Row row) {
        Touch touch = new Touch(action, row.kind().resource(), Set.of(row.id()));
        return new Entry(ANA, number, request(number), touch, true);
    }

    private static UUID id(long number) {
        return new UUID(1, number);
    }

    private static UUID request(long number) {
        return new UUID(2, number);
    }
}
