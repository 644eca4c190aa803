package com.klinity.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as a FHIR R4 AuditEvent (hl7.org/fhir/R4/auditevent.html), with the elements that a log of ours fills. */
record FhirAuditEvent(
        String resourceType,
        String id,
        @Nullable Meta meta,
        Coding type,
        List<Coding> subtype,
        String action,
        Instant recorded,
        String outcome,
        @Nullable String outcomeDesc,
        List<Agent> agent,
        Source source,
        List<Entity> entity) {

    record Meta(List<String> profile) {}

    record Coding(String system, String code) {}

    record Concept(List<Coding> coding) {

        static Concept of(String system, String code) {
            return new Concept(List.of(new Coding(system, code)));
        }
    }

    record Identifier(@Nullable String system, String value) {}

    /** A Reference; at least one part is there. */
    record Reference(
            @Nullable String reference,
            @Nullable Identifier identifier,
            @Nullable String display) {

        static Reference named(String value) {
            return new Reference(null, new Identifier(null, value), value);
        }
    }

    /** Type 2 is an IP address, 5 a URI. */
    record Network(String address, String type) {}

    record Agent(
            Concept type,
            Reference who,
            boolean requestor,
            @Nullable Network network) {}

    record Source(Reference observer, List<Coding> type) {}

    record Detail(String type, String valueString) {}

    record Entity(
            Coding type,
            @Nullable Coding role,
            @Nullable Reference what,
            @Nullable Absent _query,
            @Nullable List<Detail> detail) {}

    /** An element whose value is not told, with the reason. */
    record Absent(List<Extension> extension) {

        static final Absent MASKED = new Absent(
                List.of(new Extension("http://hl7.org/fhir/StructureDefinition/data-absent-reason", "masked")));
    }

    record Extension(String url, String valueCode) {}
}
