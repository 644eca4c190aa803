package com.klinity.audit;

import com.klinity.audit.FhirAuditEvent.Coding;
import com.klinity.audit.FhirAuditEvent.Concept;

/** Codes of AuditEvents, from the value sets that FHIR R4 and IHE BALP name. */
final class FhirCodes {

    static final Coding REST = new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest");
    static final Coding EXPORT = dicom("110106");
    static final Coding DISCLOSE = new Coding("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose");
    static final Coding APPLICATION_SERVER =
            new Coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4");

    static final Concept SOURCE = Concept.of("http://dicom.nema.org/resources/ontology/DCM", "110153");
    static final Concept DESTINATION = Concept.of("http://dicom.nema.org/resources/ontology/DCM", "110152");
    static final Concept CLIENT_APPLICATION = Concept.of("http://dicom.nema.org/resources/ontology/DCM", "110150");
    static final Concept CUSTODIAN =
            Concept.of("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "custodian");
    static final Concept RECIPIENT = participation("IRCP");
    static final Concept AUTHOR = participation("AUT");

    static final Coding PERSON = new Coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "1");
    static final Coding SYSTEM_OBJECT = new Coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "2");
    static final Coding OTHER = new Coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "4");
    static final Coding REQUEST_ID =
            new Coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId");

    static final Coding PATIENT_ROLE = role("1");
    static final Coding DOMAIN_RESOURCE_ROLE = role("4");
    static final Coding QUERY_ROLE = role("24");

    private FhirCodes() {}

    static Coding interaction(String code) {
        return new Coding("http://hl7.org/fhir/restful-interaction", code);
    }

    private static Coding dicom(String code) {
        return new Coding("http://dicom.nema.org/resources/ontology/DCM", code);
    }

    private static Coding role(String code) {
        return new Coding("http://terminology.hl7.org/CodeSystem/object-role", code);
    }

    private static Concept participation(String code) {
        return Concept.of("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", code);
    }
}
