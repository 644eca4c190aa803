package com.klinity.distribution.isolation;

import static com.klinity.platform.testkit.isolation.Specimen.delete;
import static com.klinity.platform.testkit.isolation.Specimen.get;
import static com.klinity.platform.testkit.isolation.Specimen.patch;
import static com.klinity.platform.testkit.isolation.Specimen.post;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.isolation.Held;
import com.klinity.platform.testkit.isolation.Specimens;
import com.klinity.platform.testkit.isolation.World;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Patients and appointments. */
final class AppointmentSpecimens {

    private static final String PATIENT = """
        {"name": "${patient-name}", "birthDate": "1980-05-17", "sex": "female",
         "contact": {"email": "${marker}@example.org"}, "externalId": "${external-id}", "notes": "${marker}"}\
        """;

    private static final String APPOINTMENT = """
        {"patientId": "${patient}", "startsAt": "2026-03-01T09:00:00Z", "title": "${marker}",
         "recordingConsent": {"given": true, "at": "2026-03-01T08:59:00Z", "method": "verbal"}}\
        """;

    private static final String UNASKED = """
        {"patientId": "${patient}", "startsAt": "2026-03-01T09:00:00Z", "title": "${marker}"}\
        """;

    private static final String CONSENT = """
        {"given": true, "method": "written", "text": "${marker}", "textVersion": "2", "ai": true}\
        """;

    private static final String CONSENTS = "/v1/appointments/{id:appointment}/consents";

    /** Of an appointment that has none by being there, or a page would depend on which account is older. */
    private static final String UNASKED_CONSENTS = "/v1/appointments/{id:unasked-appointment}/consents";

    private AppointmentSpecimens() {}

    static Specimens all() {
        return new Specimens()
                .value("patient-name", world -> Held.name(name(), name()))
                .value("external-id", world -> Held.name("n-" + UUID.randomUUID(), "n-" + UUID.randomUUID()))
                .thing("patient", "/v1/patients", PATIENT)
                .thing("second-patient", "/v1/patients", "{\"name\": \"${marker} Lima\"}")
                .thing("appointment", "/v1/appointments", APPOINTMENT)
                .thing("second-appointment", "/v1/appointments", APPOINTMENT)
                .thing("consent", "/v1/appointments/${appointment}/consents", CONSENT)
                .thing("second-consent", "/v1/appointments/${appointment}/consents", CONSENT)
                .thing("unasked-appointment", "/v1/appointments", UNASKED)
                .thing("unasked-consent", "/v1/appointments/${unasked-appointment}/consents", CONSENT)
                .thing("second-unasked-consent", "/v1/appointments/${unasked-appointment}/consents", CONSENT)
                .value(
                        "consents-cursor",
                        world -> cursor(world, "unasked-consent", "/v1/appointments/${unasked-appointment}/consents"))
                .value("patients-cursor", world -> cursor(world, "patient", "/v1/patients"))
                .value("search-cursor", world -> Held.cursor(world.own("patients-cursor"), "POST /v1/patients/search?"))
                .value("names-cursor", AppointmentSpecimens::namesCursor)
                .value("appointments-cursor", world -> cursor(world, "appointment", "/v1/appointments"))
                .and(patients())
                .and(appointments())
                .and(consents());
    }

    /** Where the second page of a list begins, once there are two things. */
    static Held cursor(World world, String thing, String path) {
        return cursor(world, thing, path, 1);
    }

    /** The same, after so many items. */
    static Held cursor(World world, String thing, String path, int items) {
        world.own(thing);
        world.own("second-" + thing);
        String page = world.fill(path) + "?limit=" + items;
        return nextOf(World.successful(world.practitioner().get(page)));
    }

    private static Held namesCursor(World world) {
        world.own("patient");
        world.own("second-patient");
        return nextOf(World.successful(world.practitioner().get("/v1/patients?sort=name&limit=1")));
    }

    static Held nextOf(Answer page) {
        JsonNode next = page.json().path("nextCursor");
        assertTrue(next.isString(), () -> "the list has no second page: " + page);
        return Held.cursor(next.asString());
    }

    /** Somebody that no other account knows. */
    private static String name() {
        return "Ana " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + " Souza";
    }

    private static Specimens patients() {
        return new Specimens()
                .requests(
                        get("/v1/patients"),
                        get("/v1/patients")
                                .query("cursor", "${patients-cursor}")
                                .as("next page"),
                        get("/v1/patients")
                                .query("sort", "name")
                                .query("cursor", "${names-cursor}")
                                .as("by name, next page"),
                        post("/v1/patients").json(PATIENT),
                        post("/v1/patients/search")
                                .json("{\"externalId\": \"${external-id}\"}")
                                .as("by number"),
                        post("/v1/patients/search")
                                .json("{\"name\": \"${patient-name}\"}")
                                .as("by name"),
                        post("/v1/patients/search")
                                .query("cursor", "${search-cursor}")
                                .json("{\"birthDate\": \"1980-05-17\"}")
                                .as("by birth date, next page"),
                        get("/v1/patients/{id:patient}"),
                        patch("/v1/patients/{id:patient}")
                                .ifMatch("patient")
                                .json("{\"notes\": \"changed ${marker}\", \"externalId\": \"${external-id}\"}"),
                        delete("/v1/patients/{id:patient}").ifMatch("patient"),
                        delete("/v1/patients/{id:patient}")
                                .query("cascade", "true")
                                .ifMatch("patient")
                                .as("with appointments"));
    }

    private static Specimens appointments() {
        return new Specimens()
                .requests(
                        get("/v1/appointments"),
                        get("/v1/appointments")
                                .query("cursor", "${appointments-cursor}")
                                .as("next page"),
                        get("/v1/appointments").query("patientId", "${patient}").as("of a patient"),
                        get("/v1/appointments").query("expand", "patient").as("with patients"),
                        get("/v1/patients/{id:patient}/appointments"),
                        post("/v1/appointments").json(APPOINTMENT),
                        get("/v1/appointments/{id:appointment}"),
                        patch("/v1/appointments/{id:appointment}")
                                .ifMatch("appointment")
                                .json("{\"patientId\": \"${second-patient}\", \"title\": \"changed ${marker}\"}"),
                        delete("/v1/appointments/{id:appointment}").ifMatch("appointment"));
    }

    private static Specimens consents() {
        return new Specimens()
                .requests(
                        get(CONSENTS),
                        get(UNASKED_CONSENTS)
                                .query("cursor", "${consents-cursor}")
                                .as("next page"),
                        post(CONSENTS).json(CONSENT),
                        get("/v1/appointments/{id:appointment}/consents/{consent:consent}"));
    }
}
