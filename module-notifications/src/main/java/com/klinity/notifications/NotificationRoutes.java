package com.klinity.notifications;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Reply;

/** {@code /v1/notifications}: what was sent to the account. Codes are sent to addresses, not accounts. */
final class NotificationRoutes {

    Reply list(Call call) {
        Page page = call.page();
        return Reply.ok(page.of(
                new NotificationTable(call.scope()).list(page),
                item -> new Page.Position(item.createdAt(), item.id())));
    }
}
