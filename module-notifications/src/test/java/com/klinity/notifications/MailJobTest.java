package com.klinity.notifications;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.notifications.spi.Mail;
import com.klinity.notifications.spi.MailFailure;
import com.klinity.platform.json.JacksonJson;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailJobTest {

    private static final String CODE = """
        {"kind":"sign-in-code","to":"ana@example.org","locale":"pt-BR","values":{"code":"123456","minutes":"10"}}\
        """;

    private final FakeTransport transport = new FakeTransport();
    private final MailJob job = new MailJob(transport, Texts.load(), new JacksonJson());

    @Test
    void an_order_becomes_a_mail_in_its_language() {
        job.run(new OrderedJob(CODE));
        Mail mail = transport.sent().getFirst();
        assertAll(
                () -> assertEquals("sign-in-code", mail.kind()),
                () -> assertEquals("ana@example.org", mail.to()),
                () -> assertEquals("Seu código de acesso ao Klinity", mail.subject()),
                () -> assertTrue(mail.text().contains("123456")));
    }

    @Test
    void each_attempt_at_a_job_has_the_same_key() {
        OrderedJob run = new OrderedJob(CODE);
        job.run(run);
        job.run(run);
        assertEquals(
                1,
                transport.sent().stream().map(Mail::idempotencyKey).distinct().count());
    }

    @ParameterizedTest
    @Tag("SP-2")
    @ValueSource(
            strings = {
                "{\"kind\":\"newsletter\",\"to\":\"ana@example.org\",\"locale\":\"en\",\"values\":{}}",
                "{\"kind\":\"sign-in-code\",\"to\":\"ana@example.org\",\"values\":{\"code\":\"123456\"}}",
                "{\"kind\":\"sign-in-code\",\"to\":\"ana@example.org\",\"values\":{\"code\":\"Maria\",\"minutes\":\"10\"}}",
                "{\"kind\":\"sign-in-code\",\"to\":\"ana@example.org\",\"values\":{\"code\":\"123456\",\"minutes\":\"10\",\"note\":\"Maria"
                    + " Silva\"}}",
                "{\"kind\":\"sign-in-code\",\"to\":\"ana@example.org\",\"values\":{\"code\":null,\"minutes\":\"10\"}}",
                "{\"kind\":\"no-account\",\"to\":\"ana@example.org\",\"values\":{\"name\":\"Maria Silva\"}}",
                "{\"kind\":\"no-account\",\"to\":\"ana@example.org\\r\\nBcc: eve@example.org\",\"values\":{}}",
                "{\"kind\":\"no-account\",\"to\":\"Maria Silva <ana@example.org>\",\"values\":{}}",
                "{\"kind\":\"no-account\",\"values\":{}}",
                "{}"
            })
    void what_is_not_a_known_kind_with_its_values_is_never_sent(String order) {
        job.run(new OrderedJob(order));
        assertEquals(List.of(), transport.sent());
    }

    @Test
    void a_failure_that_may_pass_is_thrown_back_for_another_attempt() {
        transport.failsOnce("ana@example.org");
        assertThrows(MailFailure.class, () -> job.run(new OrderedJob(CODE)));
    }

    @Test
    void a_failure_that_will_not_pass_ends_the_job() {
        transport.refuses("ana@example.org");
        job.run(new OrderedJob(CODE));
        assertEquals(List.of(), transport.sent());
    }
}
