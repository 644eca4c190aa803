package com.klinity.notifications;

import com.klinity.notifications.spi.Mail;
import com.klinity.notifications.spi.MailFailure;
import com.klinity.notifications.spi.MailTransport;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Sends mail that belongs to an account and records it. The job's subject is the notification's id; the wording is all
 * there is, so the job needs no payload.
 */
final class AccountMailJob {

    private static final System.Logger LOG = System.getLogger(AccountMailJob.class.getName());

    private final MailTransport transport;
    private final Texts texts;
    private final InstantSource clock;

    AccountMailJob(MailTransport transport, Texts texts, InstantSource clock) {
        this.transport = transport;
        this.texts = texts;
        this.clock = clock;
    }

    void run(JobRun run, MailKind kind) {
        Touch touch = Touch.of(Action.CREATE, "Notification", run.subject());
        DeliveryState state = run.inScope(touch, Map.of("kind", kind.label()), scope -> notifyOnce(run, kind, scope));
        if (state == DeliveryState.FAILED) {
            LOG.log(Level.ERROR, "notification {0} could not be sent", run.subject());
        }
    }

    private DeliveryState notifyOnce(JobRun run, MailKind kind, Scope scope) {
        NotificationTable table = new NotificationTable(scope);
        if (table.holds(run.subject())) {
            return DeliveryState.SENT;
        }
        Preferences preferences = new PreferenceTable(scope).find();
        DeliveryState state = preferences.wants(kind)
                ? deliver(run, mail(run, kind, table.email(), preferences.language()))
                : DeliveryState.SKIPPED;
        table.insert(run.subject(), kind, clock.instant().truncatedTo(ChronoUnit.MICROS), state);
        return state;
    }

    private Optional<Mail> mail(JobRun run, MailKind kind, Optional<String> to, Language language) {
        return to.map(address -> texts.compose(kind, language, address, Map.of(), run.subject()));
    }

    /** Inside the transaction: a mail sent twice is prevented by its key, a mail sent and not recorded by the retry. */
    private DeliveryState deliver(JobRun run, Optional<Mail> mail) {
        try {
            mail.ifPresent(transport::send);
            return mail.isPresent() ? DeliveryState.SENT : DeliveryState.FAILED;
        } catch (MailFailure e) {
            if (e.retryable() && !run.lastAttempt()) {
                throw e;
            }
            return DeliveryState.FAILED;
        }
    }
}
