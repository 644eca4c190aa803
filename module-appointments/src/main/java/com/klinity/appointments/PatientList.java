package com.klinity.appointments;

import com.klinity.appointments.PatientTable.Listed;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of patients, by the time they were added or by name. */
final class PatientList {

    static final Order BY_CREATION = Order.by("createdAt", "created_at");
    static final Order BY_NAME = Order.by("name", "name_order");
    static final List<Order> ORDERS = List.of(BY_CREATION, BY_NAME);

    static final Parameters PARAMETERS = Parameters.page().and(Order.parameter(ORDERS));

    private PatientList() {}

    static Reply of(Scope scope, Conditions conditions, Order order, Page page) {
        boolean byName = order.column().equals(BY_NAME.column());
        byte[] key = byName ? SealedName.key(scope).orElse(new byte[0]) : new byte[0];
        List<Listed> found = PatientTable.list(scope, conditions, order, page, place(page, byName, key));
        Page.Of<Listed> listed = page.of(
                found,
                item -> byName
                        ? named(item, key)
                        : new Page.Position(item.view().createdAt(), item.view().id()));
        List<PatientView> views = listed.items().stream().map(Listed::view).toList();
        return Reply.ok(new Page.Of<>(views, listed.nextCursor()))
                .about(views.stream().map(PatientView::id).toList());
    }

    private static @Nullable Object place(Page page, boolean byName, byte[] key) {
        if (page.after().isEmpty()) {
            return null;
        }
        Page.Position last = page.after().get();
        if (!byName) {
            return last.at();
        }
        if (key.length == 0) {
            throw foreign();
        }
        return SealedName.open(key, last.id(), last.more()).orElseThrow(PatientList::foreign);
    }

    private static Page.Position named(Listed item, byte[] key) {
        return new Page.Position(
                Instant.EPOCH,
                item.view().id(),
                SealedName.seal(key, item.view().id(), item.nameOrder()));
    }

    private static Refusal foreign() {
        return Refusal.malformed("'cursor' must be one that this server gave out for this list in this order.");
    }
}
