package com.klinity.audit;

import com.klinity.audit.FhirAuditEvent.Coding;
import com.klinity.audit.FhirAuditEvent.Network;
import com.klinity.audit.FhirAuditEvent.Reference;
import com.klinity.audit.FhirAuditEvent.Source;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.JsonText;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes FHIR AuditEvents of entries (docs/audit-log.md, "As FHIR"). */
final class FhirEvents {

    private static final String SUCCESS = "success";

    private final Json json;
    private final UUID account;
    private final URI base;
    private final Source source;
    private final FhirAgents agents;

    FhirEvents(Json json, UUID account, URI server) {
        this.json = json;
        this.account = account;
        this.base = server.resolve("/v1/audit/AuditEvent/");
        Reference here = Reference.named(server.toString());
        this.source = new Source(here, List.of(FhirCodes.APPLICATION_SERVER));
        this.agents = new FhirAgents(here, new Network(server.toString(), "5"));
    }

    FhirBundle.Entry entry(AuditEvent event) {
        FhirAuditEvent resource = of(event);
        return new FhirBundle.Entry(base.resolve(resource.id()).toString(), resource, new FhirBundle.Search("match"));
    }

    FhirAuditEvent of(AuditEvent event) {
        Map<String, String> details = details(event);
        Optional<String> patient = FhirEntities.patient(event, Optional.ofNullable(details.get("patient")));
        boolean success = event.outcome().equals(SUCCESS);
        return new FhirAuditEvent(
                "AuditEvent",
                account + "-" + event.sequence(),
                BalpProfile.of(event)
                        .map(profile -> profile.claimedBy(event, patient.isPresent()))
                        .orElse(null),
                type(event),
                List.of(subtype(event)),
                action(event),
                event.occurredAt(),
                success ? "0" : "4",
                success ? null : event.outcome(),
                agents.of(event, details),
                source,
                FhirEntities.of(event, patient));
    }

    private Map<String, String> details(AuditEvent event) {
        Map<String, String> texts = new HashMap<>();
        if (!event.details().isEmpty()
                && json.read(new JsonText(event.details()), Object.class) instanceof Map<?, ?> all) {
            all.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        }
        return texts;
    }

    private static Coding type(AuditEvent event) {
        return switch (event.action()) {
            case "export", "disclose" -> FhirCodes.EXPORT;
            default -> FhirCodes.REST;
        };
    }

    private static Coding subtype(AuditEvent event) {
        return switch (event.action()) {
            case "create", "update", "delete" -> FhirCodes.interaction(event.action());
            case "read" -> FhirCodes.interaction(event.resourceIds().size() == 1 ? "read" : "search-type");
            case "export" -> FhirCodes.interaction("read");
            case "disclose" -> FhirCodes.DISCLOSE;
            default -> FhirCodes.interaction("operation");
        };
    }

    private static String action(AuditEvent event) {
        return switch (event.action()) {
            case "create" -> "C";
            case "read" -> event.resourceIds().size() == 1 ? "R" : "E";
            case "update" -> "U";
            case "delete" -> "D";
            case "export", "disclose" -> "R";
            default -> "E";
        };
    }
}
