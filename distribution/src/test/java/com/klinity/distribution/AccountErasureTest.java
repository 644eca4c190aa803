package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.testkit.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One of two accounts that used every feature is deleted. */
class AccountErasureTest {

    /** Jobs come and go; the other two belong to the log, and are filled by a witness and by years. */
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("platform.jobs", "media.uploads", "audit.checkpoint_heads", "audit.bases");

    private static final FullServer FULL = new FullServer();
    private static final BusyPractitioner ANA = new BusyPractitioner(FULL);
    private static final BusyPractitioner BOB = new BusyPractitioner(FULL);
    private static final UUID ANAS = ANA.account();
    private static final UUID BOBS = BOB.account();

    /** Of an account's chain, those whose hash does not follow from the one before and their own content. */
    private static final String BROKEN_LINKS = """
        select sequence from (
            select e as entry, e.sequence, e.hash,
                lag(e.hash, 1, decode(repeat('00', 32), 'hex')) over (order by e.sequence) as previous
            from audit.entries e where e.account_id = ?) as link
        where hash <> audit.link(previous, entry)
        """;

    private static Map<String, Long> before;
    private static Map<String, Long> bobsBefore;
    private static long entriesBefore;
    private static List<Path> filesBefore;
    private static List<String> shownBefore;
    private static Answer deleted;

    @BeforeAll
    static void ana_deletes_her_account() {
        ANA.useEverything();
        BOB.useEverything();
        before = FULL.rows(ANAS);
        entriesBefore = FULL.rows(ANAS, "audit.entries");
        bobsBefore = FULL.rows(BOBS);
        filesBefore = FULL.pathsThatName(ANAS);
        shownBefore = FULL.tablesThatShow(ANA.marker());
        deleted = ANA.client().delete("/v1/account");
        FULL.server().await(() -> FULL.rows(ANAS, "platform.jobs") == 0);
    }

    @AfterAll
    static void stop() {
        FULL.close();
    }

    @Test
    void she_had_something_everywhere() {
        Map<String, Long> had = new TreeMap<>(before);
        had.keySet().removeAll(MAY_BE_EMPTY);
        assertFalse(had.containsValue(0L), had::toString);
        assertFalse(filesBefore.isEmpty());
    }

    @Test
    @Tag("AC-7")
    @Tag("RT-4")
    void no_table_has_a_row_of_hers_but_the_audit_log() {
        Set<String> left = FULL.rows(ANAS).entrySet().stream()
                .filter(table -> table.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertEquals(Set.of("audit.entries", "audit.heads"), left);
    }

    @Test
    @Tag("RT-4")
    void no_file_is_hers() {
        assertEquals(List.of(), FULL.pathsThatName(ANAS));
    }

    @Test
    @Tag("RT-4")
    void no_table_shows_a_word_of_hers() {
        assertEquals(
                List.of("appointments.patients", "documents.addenda"),
                shownBefore.stream()
                        .filter(List.of("appointments.patients", "documents.addenda", "platform.idempotency")::contains)
                        .toList());
        assertEquals(List.of(), FULL.tablesThatShow(ANA.marker()));
    }

    @Test
    @Tag("RT-4")
    void no_file_holds_a_word_of_hers() {
        assertEquals(List.of(), FULL.filesThatHold(ANA.marker()));
    }

    @Test
    @Tag("AC-4")
    void the_tombstone_says_when_and_nothing_of_her() {
        assertEquals(
                List.of("t"),
                FULL.texts("select email is null and deleted_at is not null from identity.users where id = ?", ANAS));
    }

    @Test
    @Tag("AC-1")
    @Tag("AC-7")
    void everything_of_another_account_stays() {
        assertEquals(bobsBefore, FULL.rows(BOBS));
        assertFalse(FULL.pathsThatName(BOBS).isEmpty());
        assertEquals(200, BOB.client().get("/v1/account").status());
    }

    @Test
    @Tag("LG-3")
    @Tag("LG-4")
    void her_chain_goes_on_unbroken() {
        assertTrue(FULL.rows(ANAS, "audit.entries") > entriesBefore);
        assertEquals(List.of(), FULL.texts(BROKEN_LINKS, ANAS));
    }

    @Test
    @Tag("AC-7")
    @Tag("LG-1")
    void an_entry_names_each_step_in_its_order() {
        List<String> steps = FULL.texts(
                "select resource_type from audit.entries where account_id = ? and sequence > ? order by sequence",
                ANAS,
                entriesBefore);
        assertEquals(
                List.of(
                        "Account",
                        "Notifications sent and wanted",
                        "User at the identity provider",
                        "Account settings",
                        "Clinical documents and notes",
                        "Who signs documents",
                        "Document templates",
                        "Transcripts",
                        "Audio of recordings",
                        "Recordings",
                        "Recordings on their way",
                        "Appointments",
                        "Patients",
                        "Requests that may be repeated",
                        "Account"),
                steps);
    }

    @Test
    @Tag("AC-7")
    void the_report_has_a_line_for_every_kind_of_data() {
        Set<String> kinds = FullServer.FEATURES.stream()
                .flatMap(feature -> feature.data().stream())
                .map(DataKind::name)
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.add("Account record");
        kinds.add("Requests that may be repeated");
        assertEquals(kinds, new TreeSet<>(values("data", "name")));
    }

    @Test
    @Tag("RT-4")
    void the_report_names_what_is_outside_the_database() {
        assertEquals(
                List.of("Audio of recordings", "User at the identity provider", "Delivered mail"),
                values("copies", "name"));
    }

    @Test
    @Tag("LG-4")
    void the_audit_log_is_reported_as_kept() {
        long kept = deleted.json()
                .path("data")
                .valueStream()
                .filter(line -> line.path("name").asString().equals("Audit logs")
                        && line.path("outcome").asString().equals("kept"))
                .count();
        assertEquals(1, kept);
    }

    @Test
    @Tag("AC-7")
    void her_token_is_refused() {
        assertEquals(401, ANA.client().get("/v1/account").status());
    }

    private static List<String> values(String list, String field) {
        return deleted.json()
                .path(list)
                .valueStream()
                .map(line -> line.path(field).asString())
                .toList();
    }
}
