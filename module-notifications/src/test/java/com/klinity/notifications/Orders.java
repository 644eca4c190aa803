package com.klinity.notifications;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.JsonText;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Stands for the features that leave mail: whatever is posted to it, it leaves. */
final class Orders implements FeatureModule {

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), Orders.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return new Feature() {
            @Override
            public void routes(Routes routes) {
                routes.post("/v1/orders/mail", Access.open(), call -> mail(context, call));
                routes.post("/v1/orders/signed-out", Access.signedIn(Action.CREATE, "Order"), Orders::signedOut);
            }
        };
    }

    private static Reply mail(FeatureContext context, Call call) {
        context.jobs().enqueue("notifications.mail", new JsonText(new String(call.rawBody(), StandardCharsets.UTF_8)));
        return Reply.accepted();
    }

    private static Reply signedOut(Call call) {
        UUID notification = UUID.randomUUID();
        call.scope().enqueue("notifications.signed-out", notification);
        return Reply.accepted().about(notification);
    }
}
