package com.klinity.notifications;

import com.klinity.notifications.spi.MailTransport;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.JobRunner;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.OutsideData;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Vendor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The routes, and the jobs that other features leave by name of topic. */
final class NotificationsFeature implements Feature {

    private static final int AT_ONCE = 2;
    private static final int ATTEMPTS = 6;
    private static final Duration BACKOFF = Duration.ofSeconds(2);

    private final MailTransport transport;
    private final Vendor vendor;
    private final MailJob mail;
    private final AccountMailJob accountMail;
    private final NotificationRoutes notifications = new NotificationRoutes();
    private final PreferenceRoutes preferences = new PreferenceRoutes();

    NotificationsFeature(MailTransport transport, Vendor vendor, Texts texts, Json json, InstantSource clock) {
        this.transport = transport;
        this.vendor = vendor;
        this.mail = new MailJob(transport, texts, json);
        this.accountMail = new AccountMailJob(transport, texts, clock);
    }

    @Override
    public void routes(Routes routes) {
        routes.get(
                "/v1/notifications",
                Access.signedIn(Action.READ, "Notification"),
                Parameters.page(),
                notifications::list);
        routes.get(
                "/v1/notifications/preferences",
                Access.signedIn(Action.READ, "NotificationPreferences"),
                preferences::read);
        routes.put(
                "/v1/notifications/preferences",
                Access.signedIn(Action.UPDATE, "NotificationPreferences"),
                preferences::replace);
    }

    @Override
    public List<JobType> jobs() {
        return List.of(
                job("notifications.mail", mail::run),
                job("notifications.signed-out", run -> accountMail.run(run, MailKind.SIGNED_OUT)));
    }

    /** A mail cannot be taken back. */
    @Override
    public List<OutsideData> outside() {
        return List.of(new OutsideData.Remaining(
                "Delivered mail",
                false,
                vendor.legalName(),
                "It is in its recipient's mailbox; the mail service keeps its own log as long as agreed with it."));
    }

    @Override
    public void close() {
        transport.close();
    }

    private static JobType job(String topic, JobRunner runner) {
        return new JobType(topic, AT_ONCE, ATTEMPTS, BACKOFF, runner);
    }
}
