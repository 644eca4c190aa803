package com.klinity.identity.local;

import com.klinity.identity.spi.IdentityContext;
import java.util.Map;

/** Leaves mail for the notifications feature, as JSON of its contract. */
final class CodeMail {

    private static final String TOPIC = "notifications.mail";

    private final IdentityContext context;

    CodeMail(IdentityContext context) {
        this.context = context;
    }

    void code(String kind, EmailAddress to, String locale, Codes.Issued issued) {
        String minutes = Long.toString(issued.minutes());
        leave(new MailOrder(kind, to.text(), locale, Map.of("code", issued.code(), "minutes", minutes)));
    }

    void noAccount(EmailAddress to, String locale) {
        leave(new MailOrder("no-account", to.text(), locale, Map.of()));
    }

    private void leave(MailOrder order) {
        context.jobs().enqueue(TOPIC, context.json().write(order));
    }
}
