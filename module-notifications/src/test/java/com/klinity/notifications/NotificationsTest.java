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
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NotificationsTest {

    @Test
    void mail_of_no_account_is_sent_to_its_address() {
        String to = "p" + UUID.randomUUID() + "@example.org";
        SERVER.anonymous()
                .post(
                        "/v1/orders/mail",
                        "{\"kind\":\"sign-up-code\",\"to\":\"" + to
                                + "\",\"locale\":\"en\",\"values\":{\"code\":\"123456\",\"minutes\":\"10\"}}");
        SERVER.await(() -> TRANSPORT.sentTo(to).size() == 1);
        assertEquals(
                "Your Klinity confirmation code",
                TRANSPORT.sentTo(to).getFirst().subject());
    }

    @Test
    void a_transport_that_is_busy_is_asked_again() {
        String to = "p" + UUID.randomUUID() + "@example.org";
        TRANSPORT.failsOnce(to);
        SERVER.anonymous()
                .post(
                        "/v1/orders/mail",
                        "{\"kind\":\"no-account\",\"to\":\"" + to + "\",\"locale\":\"en\",\"values\":{}}");
        SERVER.await(() -> TRANSPORT.sentTo(to).size() == 1);
        assertEquals(1, TRANSPORT.sentTo(to).size());
    }

    @Test
    void mail_of_an_account_is_sent_and_listed() {
        Practitioner ana = reachable();
        signedOut(ana);
        JsonNode item = ana.get("/v1/notifications").json().path("items").path(0);
        assertAll(
                () -> assertEquals(1, TRANSPORT.sentTo(address(ana)).size()),
                () -> assertEquals("signed-out", item.path("kind").asString()),
                () -> assertEquals("sent", item.path("state").asString()));
    }

    @Test
    void the_audit_log_has_the_notification() {
        Practitioner ana = reachable();
        signedOut(ana);
        UUID id = UUID.fromString(ana.get("/v1/notifications")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString());
        assertEquals(
                List.of(
                        new AuditLine("create", "Order", List.of(id), "success", ""),
                        new AuditLine("create", "Notification", List.of(id), "success", "{\"kind\":\"signed-out\"}")),
                ana.auditEntries());
    }

    @Test
    void an_account_whose_address_is_not_known_cannot_be_told() {
        Practitioner ana = SERVER.practitioner();
        signedOut(ana);
        assertEquals("failed", stateOfFirst(ana));
    }

    @Test
    void a_refusing_transport_is_told_as_a_failure() {
        Practitioner ana = reachable();
        TRANSPORT.refuses(address(ana));
        signedOut(ana);
        assertEquals("failed", stateOfFirst(ana));
    }

    @Test
    void what_an_account_does_not_want_is_not_sent() {
        Practitioner ana = reachable();
        put(ana, "{\"signedOut\":false}");
        signedOut(ana);
        assertAll(
                () -> assertEquals("skipped", stateOfFirst(ana)),
                () -> assertEquals(List.of(), TRANSPORT.sentTo(address(ana))));
    }

    @Test
    void the_list_comes_in_pages() {
        Practitioner ana = reachable();
        signedOut(ana);
        signedOut(ana);
        JsonNode first = ana.get("/v1/notifications?limit=1").json();
        String cursor = first.path("nextCursor").asString();
        JsonNode second = ana.get("/v1/notifications?limit=1&cursor=" + cursor).json();
        assertAll(
                () -> assertEquals(1, first.path("items").size()),
                () -> assertEquals(1, second.path("items").size()),
                () -> assertEquals(true, second.path("nextCursor").isNull()));
    }

    @Test
    @Tag("AC-1")
    void nobody_sees_anothers_notifications() {
        signedOut(reachable());
        assertEquals(
                "{\"items\":[],\"nextCursor\":null}",
                SERVER.practitioner().get("/v1/notifications").text());
    }

    @Test
    void what_is_not_asked_properly_is_refused() {
        Practitioner ana = SERVER.practitioner();
        assertAll(
                () -> assertEquals(
                        401, SERVER.anonymous().get("/v1/notifications").status()),
                () -> assertEquals(400, ana.get("/v1/notifications?kind=x").status()),
                () -> assertEquals(400, ana.get("/v1/notifications?limit=0").status()));
    }

    private static String stateOfFirst(Practitioner practitioner) {
        Answer answer = practitioner.get("/v1/notifications");
        return answer.json().path("items").path(0).path("state").asString();
    }
}
