package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.patient;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CardsTest {

    private static final TestServer SERVER =
            TestServer.of(new AppointmentsModule(), new LaterFeature()).start();
    private static final String CONSENT = ", \"recordingConsent\": {\"given\": %s, \"method\": \"verbal\"}";

    private final Practitioner ana = SERVER.practitioner();
    private final String patient = patient(ana, "Ana Souza").id();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_later_feature_is_told_of_an_appointment() {
        Answer appointment = book(", \"title\": \"First visit\"");
        assertEquals(
                "{\"id\":\"" + appointment.id() + "\",\"patientId\":\"" + patient + "\",\"startsAt\":\"" + NINE
                        + "\",\"title\":\"First visit\",\"consentGiven\":false}",
                ana.get(LaterFeature.APPOINTMENT + appointment.id()).text());
    }

    @Test
    void a_later_feature_is_told_of_consent() {
        assertEquals("true", consentSeen(book(CONSENT.formatted(true))));
    }

    @Test
    void consent_that_is_refused_is_none() {
        assertEquals("false", consentSeen(book(CONSENT.formatted(false))));
    }

    @Test
    void a_later_feature_is_told_of_a_patient() {
        Answer known = ana.post(
                PATIENTS,
                "{\"name\": \"Bea\", \"birthDate\": \"1984-02-29\", \"externalId\": \"7\", \"notes\": \"n\"}");
        assertEquals(
                "{\"id\":\"" + known.id() + "\",\"name\":\"Bea\",\"birthDate\":\"1984-02-29\",\"externalId\":\"7\"}",
                ana.get(LaterFeature.PATIENT + known.id()).text());
    }

    @Test
    @Tag("AC-1")
    void a_later_feature_finds_no_other_account_s_appointment() {
        Answer appointment = book("");
        assertEquals(
                404,
                SERVER.practitioner()
                        .get(LaterFeature.APPOINTMENT + appointment.id())
                        .status());
    }

    @Test
    @Tag("AC-1")
    void a_later_feature_finds_no_other_account_s_patient() {
        assertEquals(
                404, SERVER.practitioner().get(LaterFeature.PATIENT + patient).status());
    }

    private Answer book(String more) {
        return ana.post(APPOINTMENTS, booking(patient, NINE, more));
    }

    private String consentSeen(Answer appointment) {
        return Clinic.text(ana.get(LaterFeature.APPOINTMENT + appointment.id()), "consentGiven");
    }
}
