package com.klinity.notifications.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.notifications.spi.Mail;
import com.klinity.notifications.spi.MailTransport;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every mail transport must do. Its test extends this and says how to see what arrived. */
public abstract class MailTransportContract {

    private static final int MANY = 8;

    /** For subclasses. */
    protected MailTransportContract() {}

    /** The transport under test; the same one during a test. */
    protected abstract MailTransport transport();

    /** What arrived since the test began, in any order: of each mail at least its subject and text, decoded. */
    protected abstract List<String> arrived();

    @Test
    void a_mail_arrives_with_its_subject_and_text() {
        transport().send(mail("key"));
        String mail = arrived().getFirst();
        assertAll(
                () -> assertTrue(mail.contains("Seu código de acesso")),
                () -> assertTrue(mail.contains("Ele vale por 10 minutos – só uma vez.")));
    }

    @Test
    void a_mail_of_the_same_key_arrives_once() {
        transport().send(mail("key"));
        transport().send(mail("key"));
        assertEquals(1, arrived().size());
    }

    @Test
    void a_repeated_mail_has_the_delivery_id_of_the_first() {
        assertEquals(transport().send(mail("key")), transport().send(mail("key")));
    }

    @Test
    void another_key_is_another_mail() {
        String first = transport().send(mail("one"));
        String second = transport().send(mail("another"));
        assertAll(
                () -> assertNotEquals(first, second),
                () -> assertEquals(2, arrived().size()));
    }

    @Test
    void a_delivery_id_is_short_and_not_empty() {
        String id = transport().send(mail("key"));
        assertTrue(!id.isBlank() && id.length() <= 200);
    }

    @Test
    void many_mails_at_once_all_arrive() throws Exception {
        Stream<Callable<String>> sends =
                IntStream.range(0, MANY).mapToObj(i -> () -> transport().send(mail("key " + i)));
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            List<Future<String>> ids = threads.invokeAll(sends.toList());
            assertAll(
                    () -> assertEquals(
                            MANY,
                            ids.stream()
                                    .map(Future::resultNow)
                                    .collect(Collectors.toSet())
                                    .size()),
                    () -> assertEquals(MANY, arrived().size()));
        }
    }

    /** With characters beyond ASCII in subject and text, to an address of its own. */
    protected static Mail mail(String key) {
        return new Mail(
                "sign-in-code",
                "p" + UUID.nameUUIDFromBytes(key.getBytes(UTF_8)) + "@example.org",
                "Seu código de acesso",
                "Seu código de acesso é 123456\n\nEle vale por 10 minutos – só uma vez.\n",
                key);
    }
}
