package com.klinity.appointments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** The running server of these tests, and words for what practitioners do there. Each test has accounts of its own. */
final class Clinic {

    static final TestServer SERVER = TestServer.of(new AppointmentsModule()).start();
    static final String PATIENTS = "/v1/patients";
    static final String SEARCH = "/v1/patients/search";
    static final String APPOINTMENTS = "/v1/appointments";
    static final String NINE = "2026-03-01T09:00:00Z";

    private Clinic() {}

    static Practitioner practitioner() {
        return SERVER.practitioner();
    }

    /** A new patient; the answer is a 201. */
    static Answer patient(Practitioner practitioner, String name) {
        return created(practitioner.post(PATIENTS, "{\"name\": \"" + name + "\"}"));
    }

    /** A new appointment of a new patient; the answer is a 201. */
    static Answer appointment(Practitioner practitioner) {
        return appointment(practitioner, patient(practitioner, "Ana Souza").id(), NINE);
    }

    static Answer appointment(Practitioner practitioner, String patient, String startsAt) {
        return created(practitioner.post(APPOINTMENTS, booking(patient, startsAt, "")));
    }

    /** A body for an appointment; {@code more} begins with a comma. */
    static String booking(String patient, String startsAt, String more) {
        return "{\"patientId\": \"" + patient + "\", \"startsAt\": \"" + startsAt + "\"" + more + "}";
    }

    static String location(Answer answer) {
        return String.valueOf(answer.header("Location"));
    }

    static String text(Answer answer, String field) {
        return answer.json().path(field).asString();
    }

    /** A change by somebody who does not say what is believed to be there. */
    static Answer patchBlindly(Practitioner practitioner, String path, String patch) {
        return practitioner.send("PATCH", path, BodyPublishers.ofString(patch), "Content-Type", "application/json");
    }

    /** A field of each item of a list. */
    static List<String> each(Answer list, String field) {
        assertEquals(200, list.status(), list::text);
        return list.json()
                .get("items")
                .valueStream()
                .map(item -> item.get(field).asString())
                .toList();
    }

    /** Where a 400 or 422 says the faults are. */
    static List<String> pointers(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    /** The last segment of a problem's type. */
    static String problem(Answer answer) {
        String type = text(answer, "type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** A problem without what differs between any two of them. */
    static String withoutRequest(Answer answer) {
        return answer.text().replace(text(answer, "requestId"), "");
    }

    static String unknown() {
        return UUID.randomUUID().toString();
    }

    private static Answer created(Answer answer) {
        assertEquals(201, answer.status(), answer::text);
        return answer;
    }
}
