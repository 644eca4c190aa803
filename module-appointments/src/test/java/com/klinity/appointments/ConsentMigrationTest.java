package com.klinity.appointments;

import static com.klinity.appointments.Clinic.each;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentMigrationTest {

    private static final String EARLIER = """
        insert into appointments.patients (account_id, id, name, created_at, updated_at)
            values (':account', ':patient', 'Ana Souza', now(), now());
        insert into appointments.appointments (account_id, id, patient_id, starts_at, status, consent_given, consent_at,
                consent_method, created_at, updated_at)
            values (':account', ':asked', ':patient', now(), 'scheduled', true, '2019-03-01T08:00:00Z', 'written',
                now(), now()),
            (':account', ':unasked', ':patient', now(), 'scheduled', null, null, null, now(), now());
        """;

    private final UUID account = UUID.randomUUID();
    private final String asked = UUID.randomUUID().toString();
    private final String unasked = UUID.randomUUID().toString();

    @Test
    void what_the_column_said_is_the_first_entry_of_the_history() throws SQLException {
        String database;
        try (TestServer earlier = TestServer.of(new EarlierAppointments()).start();
                Connection entered = earlier.connectIn(account);
                Connection connection = earlier.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            database = connection.getMetaData().getURL();
            entered.commit();
            statement.execute(EARLIER.replace(":account", account.toString())
                    .replace(":patient", UUID.randomUUID().toString())
                    .replace(":asked", asked)
                    .replace(":unasked", unasked));
        }
        try (TestServer now = TestServer.of(new AppointmentsModule())
                .setting("klinity.database.url", database)
                .start()) {
            Practitioner ana = now.practitioner(account);
            Answer history = ana.get("/v1/appointments/" + asked + "/consents");
            assertEquals(List.of("2019-03-01T08:00:00Z"), each(history, "at"));
            assertEquals(List.of("written"), each(history, "method"));
            assertEquals(List.of("migration"), each(history, "recordedWith"));
            assertEquals(List.of(), each(ana.get("/v1/appointments/" + unasked + "/consents"), "at"));
            assertEquals(
                    200,
                    ana.patch("/v1/appointments/" + asked, "*", "{\"title\": \"x\"}")
                            .status());
        }
    }
}
