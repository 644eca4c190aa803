package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.appointment;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static com.klinity.appointments.Clinic.unknown;
import static com.klinity.appointments.Clinic.withoutRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AC-1")
class IsolationTest {

    private final Practitioner ana = Clinic.practitioner();
    private final Practitioner bea = Clinic.practitioner();
    private final Answer patient = patient(bea, "Carla Dias");
    private final Answer appointment = appointment(bea, patient.id(), NINE);

    @ParameterizedTest
    @ValueSource(strings = {PATIENTS, APPOINTMENTS})
    void reading_what_is_another_account_s_is_like_reading_what_never_was(String path) {
        assertSame(ana.get(foreign(path)), ana.get(path + "/" + unknown()));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATIENTS, APPOINTMENTS})
    void changing_what_is_another_account_s_is_like_changing_what_never_was(String path) {
        assertSame(ana.patch(foreign(path), "\"1\"", "{}"), ana.patch(path + "/" + unknown(), "\"1\"", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATIENTS, APPOINTMENTS})
    void changing_without_an_entity_tag_tells_nothing_either(String path) {
        assertSame(
                Clinic.patchBlindly(ana, foreign(path), "{}"), Clinic.patchBlindly(ana, path + "/" + unknown(), "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATIENTS, APPOINTMENTS})
    void deleting_what_is_another_account_s_is_like_deleting_what_never_was(String path) {
        assertSame(ana.delete(foreign(path), "*"), ana.delete(path + "/" + unknown(), "*"));
    }

    @Test
    void a_cascade_does_not_reach_another_account() {
        ana.delete(location(patient) + "?cascade=true", "*");
        assertEquals(200, bea.get(location(appointment)).status());
    }

    @Test
    void booking_another_account_s_patient_is_like_booking_nobody() {
        Answer foreign = ana.post(APPOINTMENTS, booking(patient.id(), NINE, ""));
        Answer nobody = ana.post(APPOINTMENTS, booking(unknown(), NINE, ""));
        assertEquals("422 " + withoutRequest(nobody), foreign.status() + " " + withoutRequest(foreign));
    }

    @Test
    void moving_an_appointment_to_another_account_s_patient_is_like_moving_it_to_nobody() {
        Answer own = appointment(ana);
        Answer foreign = ana.patch(location(own), own.etag(), "{\"patientId\": \"" + patient.id() + "\"}");
        Answer nobody = ana.patch(location(own), own.etag(), "{\"patientId\": \"" + unknown() + "\"}");
        assertEquals("422 " + withoutRequest(nobody), foreign.status() + " " + withoutRequest(foreign));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATIENTS, APPOINTMENTS})
    void lists_show_the_own_account_alone(String path) {
        assertEquals(List.of(), Clinic.each(ana.get(path), "id"));
    }

    @Test
    void another_account_s_patient_filters_like_nobody() {
        assertEquals(
                ana.get(APPOINTMENTS + "?patientId=" + unknown()).text(),
                ana.get(APPOINTMENTS + "?patientId=" + patient.id()).text());
    }

    private String foreign(String path) {
        return location(path.equals(PATIENTS) ? patient : appointment);
    }

    private static void assertSame(Answer foreign, Answer unknown) {
        assertEquals("404 " + withoutRequest(unknown), foreign.status() + " " + withoutRequest(foreign));
    }
}
