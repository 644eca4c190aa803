package com.klinity.media;

import com.klinity.appointments.api.Holder;
import com.klinity.appointments.api.Holding;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.UUID;

/** What this feature keeps of appointments. An upload that is under way hears of a withdrawal by itself. */
record KeptRecordings(FeatureContext context) implements Holder {

    @Override
    public List<Holding> of(Scope scope, List<UUID> appointments) {
        return RecordingTable.of(context.own(scope), appointments).stream()
                .map(id -> new Holding(Holding.Kind.RECORDING, id, true))
                .toList();
    }
}
