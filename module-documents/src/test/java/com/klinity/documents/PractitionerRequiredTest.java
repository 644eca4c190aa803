package com.klinity.documents;

import static com.klinity.documents.Practice.created;
import static com.klinity.documents.Practice.pointers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** As it is in production: nobody signs before saying who signs. */
class PractitionerRequiredTest {

    private static final TestServer SERVER = TestServer.of(
                    new AppointmentsModule(), new SaidTranscripts(), new DocumentsModule())
            .setting("klinity.documents.practitioner", "required")
            .start();

    private final Practitioner ana = SERVER.practitioner();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void signing_without_a_name_is_refused_with_what_helps() {
        Answer refused = ana.post(draft() + "/sign");
        assertEquals(422, refused.status());
        assertEquals("[/header/practitioner]", pointers(refused).toString());
        assertTrue(refused.text().contains("PUT /v1/practitioner"), refused::text);
    }

    @Test
    void signing_with_a_name_is_not() {
        ana.send("PUT", "/v1/practitioner", BodyPublishers.ofString("""
            {"name": "Dr. Ana", "registration": {"council": "GMC", "number": "1"}}\
            """), "Content-Type", "application/json");
        assertEquals(200, ana.post(draft() + "/sign").status());
    }

    private String draft() {
        String patient =
                created(ana.post("/v1/patients", "{\"name\": \"Maria\"}")).id();
        String appointment = created(ana.post(
                        "/v1/appointments",
                        "{\"patientId\": \"" + patient + "\", \"startsAt\": \"2026-03-01T09:00:00Z\"}"))
                .id();
        return created(ana.post(Practice.documentsOf(appointment), """
            {"templateId": "soap-en", "sections": [{"key": "plan", "text": "Rest."}]}\
            """)).location();
    }
}
