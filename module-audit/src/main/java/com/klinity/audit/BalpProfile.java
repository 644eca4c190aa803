package com.klinity.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The profile of IHE Basic Audit Log Patterns (profiles.ihe.net/ITI/BALP) that an entry meets. They are for what went
 * well over the network; other entries are plain AuditEvents.
 */
enum BalpProfile {
    CREATE("Create"),
    READ("Read"),
    UPDATE("Update"),
    DELETE("Delete"),
    QUERY("Query");

    private static final String BASE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private final String name;

    BalpProfile(String name) {
        this.name = name;
    }

    /** A read that names one thing is one of it; one that names none or several was a search. */
    static Optional<BalpProfile> of(AuditEvent event) {
        return switch (event.action()) {
            case "create" -> Optional.of(CREATE);
            case "read" -> Optional.of(event.resourceIds().size() == 1 ? READ : QUERY);
            case "update" -> Optional.of(UPDATE);
            case "delete" -> Optional.of(DELETE);
            default -> Optional.empty();
        };
    }

    /** What the resource may say it meets. */
    FhirAuditEvent.@Nullable Meta claimedBy(AuditEvent event, boolean patientKnown) {
        boolean metByOneResource = this == QUERY || event.resourceIds().size() <= 1;
        if (!event.outcome().equals("success") || event.ipAddress().isEmpty() || !metByOneResource) {
            return null;
        }
        return new FhirAuditEvent.Meta(List.of(BASE + (patientKnown ? "Patient" : "") + name));
    }
}
