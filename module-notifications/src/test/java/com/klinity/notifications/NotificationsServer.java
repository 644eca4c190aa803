package com.klinity.notifications;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One server for all tests of the module. */
final class NotificationsServer {

    static final FakeTransport TRANSPORT = new FakeTransport();
    static final TestServer SERVER = TestServer.of(new NotificationsModule(), new Orders())
            .adapter(TRANSPORT)
            .setting("klinity.notifications.transport", "fake")
            .start();

    private NotificationsServer() {}

    /** A practitioner whose address is known. */
    static Practitioner reachable() {
        Practitioner practitioner = SERVER.practitioner();
        practitioner.get("/v1/notifications");
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                PreparedStatement statement =
                        connection.prepareStatement("update identity.users set email = ? where id = ?")) {
            statement.setString(1, address(practitioner));
            statement.setObject(2, practitioner.account());
            statement.executeUpdate();
            return practitioner;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String address(Practitioner practitioner) {
        return "p" + practitioner.account() + "@example.org";
    }

    /** Leaves the mail about signing out and waits until something became of it. */
    static void signedOut(Practitioner practitioner) {
        int before = items(practitioner);
        practitioner.post("/v1/orders/signed-out");
        SERVER.await(() -> items(practitioner) > before);
    }

    static int items(Client practitioner) {
        return practitioner.get("/v1/notifications").json().path("items").size();
    }

    static Answer put(Client practitioner, String json) {
        return practitioner.send(
                "PUT",
                "/v1/notifications/preferences",
                BodyPublishers.ofString(json),
                "Content-Type",
                "application/json");
    }
}
