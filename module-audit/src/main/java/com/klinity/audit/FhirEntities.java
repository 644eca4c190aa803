package com.klinity.audit;

import com.klinity.audit.FhirAuditEvent.Absent;
import com.klinity.audit.FhirAuditEvent.Coding;
import com.klinity.audit.FhirAuditEvent.Detail;
import com.klinity.audit.FhirAuditEvent.Entity;
import com.klinity.audit.FhirAuditEvent.Identifier;
import com.klinity.audit.FhirAuditEvent.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an entry is about: the request, which also carries the place in the chain, the data, and the patient. */
final class FhirEntities {

    private static final String PATIENT = "Patient";

    private FhirEntities() {}

    static List<Entity> of(AuditEvent event, Optional<String> patient) {
        List<Entity> entities = new ArrayList<>();
        entities.add(request(event));
        boolean search = event.action().equals("read") && event.resourceIds().size() != 1;
        if (search) {
            entities.add(new Entity(FhirCodes.SYSTEM_OBJECT, FhirCodes.QUERY_ROLE, null, Absent.MASKED, null));
        } else if (event.resourceIds().isEmpty()) {
            Reference kind = new Reference(null, null, event.resourceType());
            entities.add(data(FhirCodes.SYSTEM_OBJECT, kind));
        }
        Coding type = search ? FhirCodes.OTHER : FhirCodes.SYSTEM_OBJECT;
        event.resourceIds().forEach(id -> entities.add(data(type, reference(event.resourceType(), id))));
        patient.map(id -> new Reference(PATIENT + "/" + id, null, null))
                .ifPresent(
                        what -> entities.add(new Entity(FhirCodes.PERSON, FhirCodes.PATIENT_ROLE, what, null, null)));
        return entities;
    }

    /** The one patient that an entry is about: the resource itself, or the one that the details name. */
    static Optional<String> patient(AuditEvent event, Optional<String> named) {
        return event.resourceType().equals(PATIENT)
                ? event.resourceIds().stream()
                        .filter(id -> event.resourceIds().size() == 1)
                        .map(UUID::toString)
                        .findFirst()
                : named;
    }

    private static Entity request(AuditEvent event) {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("sequence", Long.toString(event.sequence())));
        details.add(new Detail("hash", event.hash()));
        if (!event.details().isEmpty()) {
            details.add(new Detail("details", event.details()));
        }
        Identifier id = new Identifier(null, event.requestId().toString());
        return new Entity(FhirCodes.REQUEST_ID, null, new Reference(null, id, null), null, details);
    }

    private static Entity data(Coding type, Reference what) {
        return new Entity(type, FhirCodes.DOMAIN_RESOURCE_ROLE, what, null, null);
    }

    private static Reference reference(String resourceType, UUID id) {
        return resourceType.equals(PATIENT)
                ? new Reference(PATIENT + "/" + id, null, null)
                : new Reference(null, new Identifier("urn:ietf:rfc:3986", "urn:uuid:" + id), resourceType);
    }
}
