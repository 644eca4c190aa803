package com.klinity.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.testkit.Client;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is left of a patient, an appointment and an account that were deleted: of words that are nowhere else, in every
 * table as its owner sees it, in every file of the data folder, in the log, and in what sessions of the database last
 * asked. The database's own files are not looked into: PostgreSQL overwrites what was deleted when it vacuums and when its
 * write-ahead log goes round, which is why a deployment keeps them on an encrypted disk.
 */
@Tag("RT-4")
class TracesTest {

    private static final Spoken LOG = new Spoken();
    private static final FullServer FULL = new FullServer();
    private static final BusyPractitioner ANA = new BusyPractitioner(FULL);
    private static final BusyPractitioner BOB = new BusyPractitioner(FULL);

    private static Planted ofPatient;
    private static Planted ofAppointment;
    private static Planted ofAccount;
    private static Map<String, List<String>> before;

    @BeforeAll
    static void all_are_deleted() {
        ofPatient = new Planted(FULL, ANA.client());
        ofAppointment = new Planted(FULL, ANA.client());
        ofAccount = new Planted(FULL, BOB.client());
        before = where(ofPatient.kept());
        delete(ANA.client(), ofPatient.patientAddress(), "?cascade=true");
        delete(ANA.client(), ofAppointment.appointmentAddress(), "");
        delete(ANA.client(), ofAppointment.patientAddress(), "");
        assertEquals(202, BOB.client().delete("/v1/account").status());
        FULL.server()
                .await(() -> FULL.texts("select id::text from platform.jobs").isEmpty());
    }

    @AfterAll
    static void stop() {
        FULL.close();
        LOG.close();
    }

    private static void delete(Client client, String address, String query) {
        assertEquals(
                204, client.delete(address + query, client.get(address).etag()).status());
    }

    /** Or the other tests would ask nothing. */
    @Test
    void each_word_was_there() {
        assertEquals(
                List.of(),
                before.entrySet().stream()
                        .filter(word -> word.getValue().isEmpty())
                        .toList());
        assertFalse(LOG.isEmpty());
    }

    @Test
    void nothing_of_a_deleted_patient_is_left() {
        assertEquals(Map.of(), traces(ofPatient.all()));
    }

    @Test
    void nothing_of_a_deleted_appointment_and_its_patient_is_left() {
        assertEquals(Map.of(), traces(ofAppointment.all()));
    }

    @Test
    void nothing_of_a_deleted_account_is_left() {
        assertEquals(Map.of(), traces(ofAccount.all()));
    }

    private static Map<String, List<String>> traces(List<String> words) {
        Map<String, List<String>> traces = new TreeMap<>(where(words));
        traces.values().removeIf(List::isEmpty);
        words.forEach(word -> {
            note(traces, word, FULL.filesThatHold(word));
            note(traces, word, LOG.linesWith(word));
            note(traces, word, FULL.texts("select query from pg_stat_activity where strpos(query, ?) > 0", word));
        });
        return traces;
    }

    private static void note(Map<String, List<String>> traces, String word, List<?> places) {
        if (!places.isEmpty()) {
            traces.put(
                    word + " " + traces.size(),
                    places.stream().map(Object::toString).toList());
        }
    }

    private static Map<String, List<String>> where(List<String> words) {
        Map<String, List<String>> where = new TreeMap<>();
        words.forEach(word -> where.put(word, FULL.tablesThatShow(word)));
        return where;
    }
}
