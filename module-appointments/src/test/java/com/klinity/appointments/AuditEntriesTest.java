package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.SEARCH;
import static com.klinity.appointments.Clinic.appointment;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LG-1")
class AuditEntriesTest {

    private final Practitioner ana = Clinic.practitioner();

    @Test
    void a_patient_s_life_is_written_down() {
        Answer patient = patient(ana, "Ana Souza");
        ana.get(location(patient));
        Answer changed = ana.patch(location(patient), patient.etag(), "{\"notes\": \"n\"}");
        ana.delete(location(patient), changed.etag());
        assertEquals(
                List.of(
                        entry("create", "Patient", patient),
                        entry("read", "Patient", patient),
                        entry("update", "Patient", patient),
                        entry("delete", "Patient", patient)),
                entries());
    }

    @Test
    void an_appointment_s_life_is_written_down() {
        Answer patient = patient(ana, "Ana Souza");
        Answer appointment = appointment(ana, patient.id(), NINE);
        ana.get(location(appointment));
        Answer changed = ana.patch(location(appointment), appointment.etag(), "{\"title\": \"t\"}");
        ana.delete(location(appointment), changed.etag());
        assertEquals(
                List.of(
                        entry("create", "Patient", patient),
                        entry("create", "Appointment", appointment),
                        entry("read", "Appointment", appointment),
                        entry("update", "Appointment", appointment),
                        entry("delete", "Appointment", appointment)),
                entries());
    }

    @Test
    void a_list_is_one_entry_that_names_all_it_showed() {
        Answer first = patient(ana, "A");
        Answer second = patient(ana, "B");
        ana.get(PATIENTS);
        assertEquals(entry("read", "Patient", first, second), entries().getLast());
    }

    @Test
    void a_page_names_only_what_it_showed() {
        Answer first = patient(ana, "A");
        patient(ana, "B");
        ana.get(PATIENTS + "?limit=1");
        assertEquals(entry("read", "Patient", first), entries().getLast());
    }

    @Test
    void a_list_of_appointments_is_one_entry_too() {
        String patient = patient(ana, "A").id();
        Answer first = appointment(ana, patient, NINE);
        Answer second = appointment(ana, patient, "2026-03-01T10:00:00Z");
        ana.get(APPOINTMENTS);
        assertEquals(entry("read", "Appointment", first, second), entries().getLast());
    }

    @Test
    void a_search_is_a_read() {
        Answer found = patient(ana, "Ana");
        patient(ana, "Bea");
        ana.post(SEARCH, "{\"name\": \"ana\"}");
        assertEquals(entry("read", "Patient", found), entries().getLast());
    }

    @Test
    void a_search_does_not_write_down_what_was_searched_for() {
        ana.post(SEARCH, "{\"name\": \"Souza\"}");
        assertFalse(ana.auditEntries().toString().contains("Souza"));
    }

    @Test
    void a_cascade_names_the_appointments_too() {
        Answer patient = patient(ana, "Ana Souza");
        Answer first = appointment(ana, patient.id(), NINE);
        Answer second = appointment(ana, patient.id(), "2026-03-01T10:00:00Z");
        ana.delete(location(patient) + "?cascade=true", patient.etag());
        List<String> entries = entries();
        assertEquals(
                List.of(entry("delete", "Appointment", first, second), entry("delete", "Patient", patient)),
                entries.subList(entries.size() - 2, entries.size()));
    }

    private List<String> entries() {
        return ana.auditEntries().stream().map(AuditEntriesTest::shown).toList();
    }

    private static String shown(AuditLine line) {
        return line.action() + " " + line.resourceType() + " " + line.resourceIds() + " " + line.outcome();
    }

    private static String entry(String action, String resource, Answer... touched) {
        List<UUID> ids = Arrays.stream(touched)
                .map(answer -> UUID.fromString(answer.id()))
                .toList();
        return action + " " + resource + " " + ids + " success";
    }
}
