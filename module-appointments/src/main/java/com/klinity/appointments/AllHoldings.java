package com.klinity.appointments;

import com.klinity.appointments.api.Holder;
import com.klinity.appointments.api.Holding;
import com.klinity.appointments.api.Holdings;
import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that later features keep of appointments. */
final class AllHoldings implements Holdings {

    private final List<Holder> holders = new CopyOnWriteArrayList<>();

    @Override
    public void add(Holder holder) {
        holders.add(holder);
    }

    List<Holding> of(Scope scope, List<UUID> appointments) {
        return appointments.isEmpty()
                ? List.of()
                : holders.stream()
                        .flatMap(holder -> holder.of(scope, appointments).stream())
                        .toList();
    }

    void consentChanged(Scope scope, UUID appointment, boolean given) {
        holders.forEach(holder -> holder.consentChanged(scope, appointment, given));
    }
}
