package com.klinity.notifications;

import com.klinity.notifications.spi.Mail;
import com.klinity.notifications.spi.MailAdapter;
import com.klinity.notifications.spi.MailContext;
import com.klinity.notifications.spi.MailFailure;
import com.klinity.notifications.spi.MailTransport;
import com.klinity.platform.spi.Vendor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what it is sent, and fails for addresses it was told to. */
final class FakeTransport implements MailAdapter, MailTransport {

    private final ConcurrentLinkedQueue<Mail> sent = new ConcurrentLinkedQueue<>();
    private final Map<String, MailFailure> failures = new ConcurrentHashMap<>();

    void failsOnce(String to) {
        failures.put(to, new MailFailure("fake-busy", true, "told to fail"));
    }

    void refuses(String to) {
        failures.put(to, new MailFailure("fake-refused", false, "told to refuse"));
    }

    List<Mail> sentTo(String to) {
        return sent.stream().filter(mail -> mail.to().equals(to)).toList();
    }

    List<Mail> sent() {
        return List.copyOf(sent);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("tests", false);
    }

    @Override
    public MailTransport open(MailContext context) {
        return this;
    }

    @Override
    public String send(Mail mail) {
        MailFailure failure = failures.get(mail.to());
        if (failure != null && failure.retryable()) {
            failures.remove(mail.to());
        }
        if (failure != null) {
            throw failure;
        }
        sent.add(mail);
        return mail.idempotencyKey();
    }
}
