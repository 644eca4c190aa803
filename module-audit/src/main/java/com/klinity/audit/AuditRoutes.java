package com.klinity.audit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;

/** The routes of the audit log. */
final class AuditRoutes implements Feature {

    private final EventList events;
    private final Manifests manifests;

    AuditRoutes(EventList events, Manifests manifests) {
        this.events = events;
        this.manifests = manifests;
    }

    @Override
    public void routes(Routes routes) {
        routes.stream(
                "/v1/audit/events", Access.signedIn(Action.READ, "AuditEvent"), EventList.PARAMETERS, events::answer);
        routes.stream(
                "/v1/audit/events.csv",
                Access.signedIn(Action.EXPORT, "AuditEvent"),
                Part.PARAMETERS,
                AuditRoutes::csv);
        routes.get(
                "/v1/audit/events.manifest",
                Access.signedIn(Action.EXPORT, "AuditEvent"),
                Part.PARAMETERS,
                this::manifest);
        routes.get("/v1/audit/integrity", Access.signedIn(Action.READ, "AuditEvent"), AuditRoutes::integrity);
    }

    private static Reply csv(Call call) {
        Part part = Part.of(call);
        return CsvExport.of(call.scope(), part);
    }

    private Reply manifest(Call call) {
        Part part = Part.of(call);
        return Reply.ok(manifests.of(call.scope(), part.in(call.scope())));
    }

    private static Reply integrity(Call call) {
        return Reply.ok(KeptChain.check(call.scope()));
    }
}
