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

    /** A mail sent twice is prevented by its key, a mail sent and not recorded by the retry. */
    void run(JobRun run, MailKind kind) {
        Plan plan = run.reads().in(scope -> plan(run, kind, scope));
        DeliveryState state = switch (plan) {
            case Plan.Nothing _ -> DeliveryState.SENT;
            case Plan.Unwanted _ -> recorded(run, kind, DeliveryState.SKIPPED);
            case Plan.Unaddressed _ -> recorded(run, kind, DeliveryState.FAILED);
            case Plan.Send send -> recorded(run, kind, deliver(run, send.mail()));
        };
        if (state == DeliveryState.FAILED) {
            LOG.log(Level.ERROR, "notification {0} could not be sent", run.subject());
        }
    }

    /** What there is to be done. */
    private sealed interface Plan {

        /** It is done already. */
        record Nothing() implements Plan {}

        /** The account does not want this kind. */
        record Unwanted() implements Plan {}

        /** Nobody knows where to. */
        record Unaddressed() implements Plan {}

        /** This mail. */
        record Send(Mail mail) implements Plan {}
    }

    private Plan plan(JobRun run, MailKind kind, Scope scope) {
        NotificationTable table = new NotificationTable(scope);
        if (table.holds(run.subject())) {
            return new Plan.Nothing();
        }
        Preferences preferences = new PreferenceTable(scope).find();
        if (!preferences.wants(kind)) {
            return new Plan.Unwanted();
        }
        return table.email()
                .<Plan>map(address ->
                        new Plan.Send(texts.compose(kind, preferences.language(), address, Map.of(), run.subject())))
                .orElseGet(Plan.Unaddressed::new);
    }

    private DeliveryState recorded(JobRun run, MailKind kind, DeliveryState state) {
        Touch touch = Touch.of(Action.CREATE, "Notification", run.subject());
        return run.inScope(touch, Map.of("kind", kind.label()), scope -> {
            NotificationTable table = new NotificationTable(scope);
            if (!table.holds(run.subject())) {
                table.insert(run.subject(), kind, clock.instant().truncatedTo(ChronoUnit.MICROS), state);
            }
            return state;
        });
    }

    private DeliveryState deliver(JobRun run, Mail mail) {
        try {
            transport.send(mail);
            return DeliveryState.SENT;
        } catch (MailFailure e) {
            if (e.retryable() && !run.lastAttempt()) {
                throw e;
            }
            return DeliveryState.FAILED;
        }
    }
}
