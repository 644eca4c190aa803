package com.klinity.notifications.mailbox;

import com.klinity.notifications.spi.MailAdapter;
import com.klinity.notifications.spi.MailContext;
import com.klinity.notifications.spi.MailTransport;
import com.klinity.platform.spi.Vendor;

/** Opens the mailbox folder. */
public final class MailboxAdapter implements MailAdapter {

    /** For the service loader. */
    public MailboxAdapter() {}

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("mail into a folder, for evaluation", false);
    }

    @Override
    public MailTransport open(MailContext context) {
        context.settings().evaluationOnly("klinity.notifications.transport", name());
        return new Mailbox(context.settings().dataDirectory().resolve("mailbox"), context.clock());
    }
}
