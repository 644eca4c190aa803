package com.klinity.appointments;

import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.appointment;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static com.klinity.appointments.Clinic.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientDeletionTest {

    private final Practitioner ana = Clinic.practitioner();
    private final Answer patient = patient(ana, "Ana Souza");

    @Test
    void a_patient_without_appointments_is_deleted() {
        assertEquals(204, ana.delete(location(patient), patient.etag()).status());
    }

    @Test
    void a_deleted_patient_is_gone() {
        ana.delete(location(patient), patient.etag());
        assertEquals(404, ana.get(location(patient)).status());
    }

    @Test
    void a_patient_with_appointments_is_kept() {
        appointment(ana, patient.id(), NINE);
        Answer answer = ana.delete(location(patient), patient.etag());
        assertEquals("409 has-appointments", answer.status() + " " + problem(answer));
    }

    @Test
    void cascade_false_is_what_it_is_without() {
        appointment(ana, patient.id(), NINE);
        assertEquals(
                409,
                ana.delete(location(patient) + "?cascade=false", patient.etag()).status());
    }

    @Test
    void a_cascade_takes_the_patient() {
        appointment(ana, patient.id(), NINE);
        ana.delete(location(patient) + "?cascade=true", patient.etag());
        assertEquals(404, ana.get(location(patient)).status());
    }

    @Test
    void a_cascade_takes_the_appointments() {
        Answer appointment = appointment(ana, patient.id(), NINE);
        ana.delete(location(patient) + "?cascade=true", patient.etag());
        assertEquals(404, ana.get(location(appointment)).status());
    }

    @Test
    void a_cascade_leaves_other_patients_appointments() {
        Answer other = appointment(ana);
        ana.delete(location(patient) + "?cascade=true", patient.etag());
        assertEquals(200, ana.get(location(other)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cascade=yes", "cascade=", "cascade=TRUE", "cascade=true&cascade=true", "force=true"})
    void what_is_no_choice_is_400(String query) {
        assertEquals(
                400, ana.delete(location(patient) + "?" + query, patient.etag()).status());
    }

    @Test
    void deleting_without_an_entity_tag_is_428() {
        assertEquals(428, ana.delete(location(patient)).status());
    }

    @Test
    void deleting_with_an_older_entity_tag_is_412() {
        ana.patch(location(patient), patient.etag(), "{\"notes\": \"n\"}");
        assertEquals(412, ana.delete(location(patient), patient.etag()).status());
    }
}
