package com.klinity.documents;

import com.klinity.appointments.api.Holder;
import com.klinity.appointments.api.Holding;
import com.klinity.appointments.api.Holding.Kind;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.UUID;

/** What this feature keeps of appointments. A draft under way is refused when it is to be recorded. */
record KeptDocuments(FeatureContext context) implements Holder {

    private static final String OF = """
        select id, signed_at is not null as signed, origin is not null as drafted
        from documents.documents where appointment_id = any(:appointments) order by created_at, id
        """;

    @Override
    public List<Holding> of(Scope scope, List<UUID> appointments) {
        return context.own(scope).sql(OF).set("appointments", appointments).list(KeptDocuments::holding);
    }

    private static Holding holding(Row row) {
        return new Holding(row.flag("signed") ? Kind.SIGNED_DOCUMENT : Kind.DRAFT, row.uuid("id"), row.flag("drafted"));
    }
}
