package com.klinity.distribution.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** In which language mails are written to an account that has said nothing of mails. */
class MailLanguageTest {

    private static final TestServer SERVER = WholeServer.start();

    private final Practitioner ana = new SignUps(SERVER).practitioner();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void it_is_that_of_the_account() {
        locale("pt-BR");
        assertEquals("pt-BR", ofMails());
    }

    @Test
    void it_is_english_where_none_of_the_mails_is_the_accounts() {
        locale("de-DE");
        assertEquals("en", ofMails());
    }

    private void locale(String tag) {
        assertEquals(
                200,
                ana.send(
                                "PATCH",
                                "/v1/account",
                                BodyPublishers.ofString("{\"settings\":{\"locale\":\"" + tag + "\"}}"),
                                "Content-Type",
                                "application/json")
                        .status());
    }

    private String ofMails() {
        return ana.get("/v1/notifications/preferences").json().path("locale").asString("");
    }
}
