package com.klinity.audit;

import java.util.List;

/** A page of a search as a FHIR R4 Bundle. How many there are in all is not counted. */
record FhirBundle(String resourceType, String type, List<Link> link, List<Entry> entry) {

    record Link(String relation, String url) {}

    record Entry(String fullUrl, FhirAuditEvent resource, Search search) {}

    record Search(String mode) {}

    static FhirBundle searchset(List<Link> links, List<Entry> entries) {
        return new FhirBundle("Bundle", "searchset", links, entries);
    }
}
