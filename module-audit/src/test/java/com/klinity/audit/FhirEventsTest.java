package com.klinity.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.klinity.platform.spi.Action;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the slices of IHE BALP ask for, in what a strict FHIR R4 parser reads. */
class FhirEventsTest {

    private static final String FHIR = "application/fhir+json";
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final IParser PARSER =
            FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    private static final TestServer SERVER =
            TestServer.of(new AuditModule(), new TouchingModule()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, Patient, 1, PatientCreate, C, create, 110153, 110152, AUT",
        "READ, Patient, 1, PatientRead, R, read, 110152, 110153, IRCP",
        "UPDATE, Patient, 1, PatientUpdate, U, update, 110153, 110152, AUT",
        "DELETE, Patient, 1, PatientDelete, D, delete, 110150, custodian, AUT",
        "READ, Patient, 2, Query, E, search-type, 110153, 110152, IRCP",
        "READ, Appointment, 0, Query, E, search-type, 110153, 110152, IRCP",
        "CREATE, Appointment, 1, Create, C, create, 110153, 110152, AUT",
        "READ, Appointment, 1, Read, R, read, 110152, 110153, IRCP",
        "UPDATE, Appointment, 1, Update, U, update, 110153, 110152, AUT",
        "DELETE, Appointment, 1, Delete, D, delete, 110150, custodian, AUT"
    })
    void an_event_has_the_slices_of_its_profile(
            Action action,
            String type,
            int ids,
            String profile,
            String code,
            String subtype,
            String client,
            String server,
            String user) {
        AuditEvent event = eventOf(action, type, ids);
        assertEquals(BALP + profile, event.getMeta().getProfile().getFirst().getValue());
        assertEquals("rest", event.getType().getCode());
        assertEquals(subtype, event.getSubtypeFirstRep().getCode());
        assertEquals(code, event.getAction().toCode());
        assertEquals("0", event.getOutcome().toCode());
        AuditEventAgentComponent caller = agent(event, client);
        assertEquals("127.0.0.1", caller.getNetwork().getAddress());
        assertEquals("2", caller.getNetwork().getType().toCode());
        assertFalse(caller.getWho().isEmpty());
        assertEquals(
                SERVER.address().toString(), agent(event, server).getNetwork().getAddress());
        assertTrue(agent(event, user).getRequestor());
        assertFalse(agent(event, user).hasNetwork());
        assertEquals(1, entities(event, "2").size());
        assertEquals(1, entities(event, "XrequestId").size());
        assertEquals(profile.startsWith("Patient") ? 1 : 0, entities(event, "1").size());
    }

    @Test
    void an_event_about_one_patient_refers_to_him_or_her() {
        AuditEventEntityComponent patient =
                entities(eventOf(Action.READ, "Patient", 1), "1").getFirst();
        assertTrue(patient.getWhat().getReference().startsWith("Patient/"), patient.getWhat()::getReference);
        assertEquals("1", patient.getRole().getCode());
    }

    @Test
    void a_patient_whom_the_details_name_is_an_entity_too() {
        AuditEvent event = eventOf(Action.READ, "Letter", 1);
        assertEquals(
                BALP + "PatientRead", event.getMeta().getProfile().getFirst().getValue());
        assertEquals(
                "Patient/" + TouchingModule.PATIENT,
                entities(event, "1").getFirst().getWhat().getReference());
    }

    /** What the caller searched for is not in the log. */
    @Test
    void the_question_of_a_search_is_masked() {
        AuditEventEntityComponent query =
                entities(eventOf(Action.READ, "Patient", 2), "2").getFirst();
        assertEquals("24", query.getRole().getCode());
        assertEquals(
                "masked",
                query.getQueryElement()
                        .getExtensionString("http://hl7.org/fhir/StructureDefinition/data-absent-reason"));
        assertFalse(query.hasWhat());
    }

    @Test
    void a_refusal_is_a_failure_and_claims_no_profile() {
        Practitioner ana = SERVER.practitioner();
        assertEquals(404, ana.get("/v1/touch/refused").status());
        AuditEvent event = only(ana);
        assertEquals("4", event.getOutcome().toCode());
        assertEquals("not-found", event.getOutcomeDesc());
        assertFalse(event.getMeta().hasProfile());
    }

    @Test
    void a_disclosure_names_its_recipient() {
        AuditEvent event = eventOf(Action.DISCLOSE, "Recording", 1);
        assertEquals("110106", event.getType().getCode());
        assertEquals("disclose", event.getSubtypeFirstRep().getCode());
        assertEquals("R", event.getAction().toCode());
        assertEquals("Some Vendor", agent(event, "110152").getWho().getDisplay());
        assertTrue(agent(event, "110153").getWho().equalsDeep(event.getSource().getObserver()));
    }

    @Test
    void an_event_keeps_its_place_in_the_chain() {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/audit/events.csv");
        AuditEvent event = only(ana);
        assertEquals(ana.account() + "-1", event.getIdElement().getIdPart());
        AuditEventEntityComponent request = entities(event, "XrequestId").getFirst();
        assertEquals(
                ana.get("/v1/audit/events").json().at("/items/0/hash").asString(),
                request.getDetail().get(1).getValueStringType().getValue());
    }

    @Test
    void pages_are_a_bundle_with_links() {
        Practitioner ana = SERVER.practitioner();
        for (int i = 0; i < 3; i++) {
            ana.get("/v1/audit/events.csv");
        }
        Bundle first = bundle(ana.get("/v1/audit/events?limit=2&action=export", "Accept", FHIR));
        assertEquals(Bundle.BundleType.SEARCHSET, first.getType());
        assertFalse(first.hasTotal());
        assertEquals(
                "/v1/audit/events?action=export&limit=2", first.getLink("self").getUrl());
        Bundle second = bundle(ana.get(first.getLink("next").getUrl(), "Accept", FHIR));
        assertEquals(1, second.getEntry().size());
        assertFalse(
                second.getLink().stream().anyMatch(link -> link.getRelation().equals("next")));
    }

    private static AuditEvent eventOf(Action action, String type, int ids) {
        Practitioner ana = SERVER.practitioner();
        String path = "/v1/touch/" + action.name().toLowerCase(Locale.ROOT) + "/" + type + "/" + ids;
        assertEquals(204, ana.post(path, "{}").status());
        return only(ana);
    }

    private static AuditEvent only(Practitioner ana) {
        Bundle bundle = bundle(ana.get("/v1/audit/events", "Accept", FHIR));
        assertEquals(1, bundle.getEntry().size());
        return (AuditEvent) bundle.getEntryFirstRep().getResource();
    }

    private static Bundle bundle(Answer answer) {
        assertEquals(FHIR, answer.header("Content-Type"));
        return PARSER.parseResource(Bundle.class, answer.text());
    }

    private static AuditEventAgentComponent agent(AuditEvent event, String code) {
        List<AuditEventAgentComponent> found = event.getAgent().stream()
                .filter(agent -> agent.getType().getCodingFirstRep().getCode().equals(code))
                .toList();
        assertEquals(1, found.size(), code);
        return found.getFirst();
    }

    private static List<AuditEventEntityComponent> entities(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> code(entity.getType()).equals(type))
                .toList();
    }

    private static String code(Coding coding) {
        return coding.getCode();
    }
}
