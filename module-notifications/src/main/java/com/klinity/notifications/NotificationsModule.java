package com.klinity.notifications;

import com.klinity.notifications.spi.MailAdapter;
import com.klinity.notifications.spi.MailTransport;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** Declares the notifications feature. */
public final class NotificationsModule implements FeatureModule {

    private static final String TRANSPORT = "klinity.notifications.transport";

    /** For the service loader. */
    public NotificationsModule() {}

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of("V1__notifications.sql"), NotificationsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(new DataKind(
                "Notifications sent and wanted",
                false,
                "Kept until the account is deleted.",
                List.of("notifications.sent", "notifications.preferences")));
    }

    @Override
    public Feature open(FeatureContext context) {
        Texts texts = Texts.load();
        MailAdapter adapter = context.adapter(MailAdapter.class, TRANSPORT, "mailbox");
        MailTransport transport = adapter.open(new TransportContext(context.settings(), context.clock()));
        return new NotificationsFeature(transport, adapter.vendor(), texts, context.json(), context.clock());
    }
}
