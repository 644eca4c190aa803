package com.klinity.notifications;

import static com.klinity.notifications.NotificationsServer.SERVER;
import static com.klinity.notifications.NotificationsServer.TRANSPORT;
import static com.klinity.notifications.NotificationsServer.address;
import static com.klinity.notifications.NotificationsServer.put;
import static com.klinity.notifications.NotificationsServer.reachable;
import static com.klinity.notifications.NotificationsServer.signedOut;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

    private static final String PATH = "/v1/notifications/preferences";

    @Test
    void everything_is_wanted_in_english_unless_said_otherwise() {
        assertEquals(
                "{\"locale\":\"en\",\"signedOut\":true}",
                SERVER.practitioner().get(PATH).text());
    }

    @Test
    void what_is_put_is_there() {
        Practitioner ana = SERVER.practitioner();
        Answer put = put(ana, "{\"locale\":\"pt-BR\",\"signedOut\":false}");
        assertAll(
                () -> assertEquals(200, put.status()),
                () -> assertEquals(
                        "{\"locale\":\"pt-BR\",\"signedOut\":false}",
                        ana.get(PATH).text()));
    }

    @Test
    void what_is_left_out_of_a_replacement_has_its_default() {
        Practitioner ana = SERVER.practitioner();
        put(ana, "{\"locale\":\"pt-BR\",\"signedOut\":false}");
        put(ana, "{}");
        assertEquals("{\"locale\":\"en\",\"signedOut\":true}", ana.get(PATH).text());
    }

    @Test
    void mails_are_in_the_language_that_was_put() {
        Practitioner ana = reachable();
        put(ana, "{\"locale\":\"pt-BR\"}");
        signedOut(ana);
        assertEquals(
                "Você saiu do Klinity em todos os dispositivos",
                TRANSPORT.sentTo(address(ana)).getFirst().subject());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"422|{\"locale\":\"fr\"}", "400|{\"colour\":\"blue\"}", "400|{\"signedOut\":\"no\"}", "400|[]"})
    void what_cannot_be_preferred_is_refused(int status, String json) {
        assertEquals(status, put(SERVER.practitioner(), json).status());
    }

    @Test
    @Tag("AC-1")
    void preferences_of_one_account_are_not_anothers() {
        put(SERVER.practitioner(), "{\"locale\":\"pt-BR\",\"signedOut\":false}");
        assertEquals(
                "{\"locale\":\"en\",\"signedOut\":true}",
                SERVER.practitioner().get(PATH).text());
    }

    @Test
    void without_a_token_there_are_none() {
        assertEquals(401, SERVER.anonymous().get(PATH).status());
    }

    @Test
    void a_change_is_in_the_audit_log() {
        Practitioner ana = SERVER.practitioner();
        put(ana, "{}");
        assertEquals(
                List.of(new AuditLine("update", "NotificationPreferences", List.of(ana.account()), "success", "")),
                ana.auditEntries());
    }
}
