package com.klinity.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of events in the forms that a caller may accept. */
class EventFormsTest {

    private static final String EVENTS = "/v1/audit/events";
    private static final String NDJSON = "application/x-ndjson";
    private static final String FHIR = "application/fhir+json";
    private static final String FHIR_NDJSON = "application/fhir+ndjson";
    private static final TestServer SERVER = TestServer.of(new AuditModule()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void ndjson_has_every_event_as_the_list_has_it() {
        Practitioner ana = withReads(300);
        List<JsonNode> items = Stream.concat(
                        items(ana.get(EVENTS + "?limit=200")),
                        items(ana.get(EVENTS + "?limit=200&cursor="
                                + ana.get(EVENTS + "?limit=200")
                                        .json()
                                        .path("nextCursor")
                                        .asString())))
                .toList();
        Answer all = ana.get(EVENTS, "Accept", NDJSON);
        assertEquals(NDJSON, all.header("Content-Type"));
        List<JsonNode> streamed = lines(all).toList();
        assertEquals(items, streamed.subList(0, 300));
        assertEquals("export", streamed.getLast().path("action").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, FHIR_NDJSON})
    void a_stream_has_only_what_the_filter_leaves(String form) {
        Practitioner ana = withReads(3);
        assertEquals(
                2,
                lines(ana.get(EVENTS + "?from=2026-03-01T10:02:00Z&action=read", "Accept", form))
                        .count());
        assertEquals(
                0, lines(ana.get(EVENTS + "?action=delete", "Accept", form)).count());
        assertEquals(
                3,
                lines(ana.get(EVENTS + "?resourceId=01a20283-5ad4-7b2e-8518-df21fcc289ab", "Accept", form))
                        .count());
        assertEquals(
                0,
                lines(ana.get(EVENTS + "?resourceType=%27x%27%20or%20true", "Accept", form))
                        .count());
    }

    @Test
    void csv_is_the_same_here_as_at_its_own_address() throws IOException {
        Practitioner ana = withReads(3);
        Answer csv = ana.get(EVENTS + "?first=2&last=3", "Accept", "text/csv");
        assertEquals(ana.get(EVENTS + ".csv?first=2&last=3").text(), csv.text());
        Answer whole = ana.get(EVENTS, "Accept", "text/csv");
        assertEquals(
                Optional.empty(),
                OfflineVerifier.verify(new ByteArrayInputStream(whole.bytes())).firstBroken());
    }

    @ParameterizedTest
    @Tag("LG-1")
    @ValueSource(strings = {NDJSON, FHIR_NDJSON, "text/csv"})
    void a_stream_leaves_an_export_entry_that_names_its_form(String form) {
        Practitioner ana = SERVER.practitioner();
        assertEquals(200, ana.get(EVENTS, "Accept", form).status());
        assertEquals(
                List.of(new AuditLine("export", "AuditEvent", List.of(), "success", "{\"format\":\"" + form + "\"}")),
                ana.auditEntries());
    }

    @ParameterizedTest
    @Tag("LG-1")
    @ValueSource(strings = {"application/json", FHIR})
    void a_page_leaves_none(String form) {
        Practitioner ana = SERVER.practitioner();
        assertEquals(200, ana.get(EVENTS, "Accept", form).status());
        assertEquals(List.of(), ana.auditEntries());
    }

    @ParameterizedTest
    @Tag("AC-1")
    @ValueSource(strings = {NDJSON, FHIR_NDJSON, FHIR, "text/csv"})
    void no_form_shows_another_accounts_events(String form) {
        Practitioner ana = withReads(3);
        Practitioner bea = SERVER.practitioner();
        Answer answer = bea.get(EVENTS, "Accept", form);
        assertEquals(200, answer.status());
        assertTrue(!answer.text().contains(ana.account().toString()), answer::text);
    }

    @Test
    void what_is_not_offered_is_a_406_that_names_what_is() {
        Answer refused = SERVER.practitioner().get(EVENTS, "Accept", "application/xml");
        assertEquals(406, refused.status());
        assertEquals(
                "Offered here: application/json, application/x-ndjson, text/csv, application/fhir+json,"
                        + " application/fhir+ndjson.",
                refused.json().path("detail").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, FHIR_NDJSON, "text/csv"})
    void a_stream_has_no_pages(String form) {
        assertEquals(
                400,
                SERVER.practitioner().get(EVENTS + "?limit=2", "Accept", form).status());
    }

    @Test
    void a_caller_who_does_not_say_gets_the_list() {
        Answer list = SERVER.practitioner().get(EVENTS);
        assertEquals("application/json", list.header("Content-Type"));
        assertEquals("Accept", list.header("Vary"));
        assertNull(list.header("Link"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, from=-5000-01-01T00:00:00Z",
        "application/x-ndjson, from=-5000-01-01T00:00:00Z",
        "application/fhir+ndjson, to=%2B300000-01-01T00:00:00Z",
        "text/csv, from=%2B300000-01-01T00:00:00Z",
        "application/json, resourceType=%00",
        "application/x-ndjson, resourceType=%00",
        "application/fhir+ndjson, action=read%00"
    })
    void what_cannot_be_asked_for_is_a_400_and_no_export(String form, String query) {
        Practitioner ana = withReads(1);
        assertEquals(400, ana.get(EVENTS + "?" + query, "Accept", form).status());
        assertTrue(ana.auditEntries().stream().noneMatch(EventFormsTest::isExport));
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, FHIR_NDJSON})
    void a_stream_knows_the_times_that_the_list_knows(String form) {
        Practitioner ana = withReads(3);
        assertEquals(
                3,
                lines(ana.get(
                                EVENTS + "?from=0001-01-01T00:00:00Z&to=9999-12-31T00:00:00Z&action=read",
                                "Accept",
                                form))
                        .count());
    }

    private static boolean isExport(AuditLine line) {
        return line.action().equals("export") && line.outcome().equals("success");
    }

    private static Practitioner withReads(int count) {
        Instant ten = Instant.parse("2026-03-01T10:00:00Z");
        return WrittenLog.at(
                SERVER,
                IntStream.rangeClosed(1, count)
                        .mapToObj(minute -> ten.plusSeconds(60L * minute))
                        .toList());
    }

    private static Stream<JsonNode> items(Answer list) {
        return list.json().path("items").valueStream();
    }

    private static Stream<JsonNode> lines(Answer stream) {
        assertEquals(200, stream.status(), stream::toString);
        return stream.text().lines().map(line -> JsonMapper.shared().readTree(line));
    }
}
