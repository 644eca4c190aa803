package com.klinity.notifications.mailbox;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.notifications.NotificationsModule;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.testkit.TestServer;
import org.junit.jupiter.api.Test;

class MailboxStartTest {

    @Test
    void production_refuses_the_mailbox() {
        TestServer.Builder builder = TestServer.of(new NotificationsModule())
                .adapter(new MailboxAdapter())
                .setting("klinity.mode", "production");
        assertTrue(assertThrows(StartFailure.class, builder::start)
                .faults()
                .contains("klinity.notifications.transport: 'mailbox' is for evaluation only; name another one"));
    }
}
