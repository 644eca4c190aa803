package com.klinity.notifications;

import com.klinity.notifications.spi.MailFailure;
import com.klinity.notifications.spi.MailTransport;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.Json;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Sends mail that belongs to no account, such as a code to somebody who is not signed in. */
final class MailJob {

    private static final System.Logger LOG = System.getLogger(MailJob.class.getName());

    private final MailTransport transport;
    private final Texts texts;
    private final Json json;

    MailJob(MailTransport transport, Texts texts, Json json) {
        this.transport = transport;
        this.texts = texts;
        this.json = json;
    }

    /** What can never be sent is dropped and logged without its content; what may be sent later is thrown back. */
    void run(JobRun run) {
        MailOrder order = json.read(run.payload(), MailOrder.class);
        Optional<MailKind> kind = order.checkedKind();
        if (kind.isEmpty()) {
            LOG.log(Level.ERROR, "mail job {0} dropped: no known kind of mail, or not its values", run.subject());
            return;
        }
        try {
            send(run, order, kind.get());
        } catch (MailFailure e) {
            if (e.retryable()) {
                throw e;
            }
            LOG.log(Level.ERROR, "mail job {0} dropped: {1}", run.subject(), e.code());
        }
    }

    private void send(JobRun run, MailOrder order, MailKind kind) {
        transport.send(texts.compose(
                kind,
                Language.nearest(order.locale()),
                Objects.requireNonNull(order.to()),
                Objects.requireNonNullElse(order.values(), Map.of()),
                run.subject()));
    }
}
