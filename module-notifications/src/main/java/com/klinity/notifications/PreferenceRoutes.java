package com.klinity.notifications;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Reply;

/** {@code /v1/notifications/preferences}. */
final class PreferenceRoutes {

    Reply read(Call call) {
        return Reply.ok(new PreferenceTable(call.scope()).find());
    }

    Reply replace(Call call) {
        Preferences preferences = call.body(Preferences.class);
        new PreferenceTable(call.scope()).save(preferences);
        return Reply.ok(preferences).about(call.scope().account());
    }
}
