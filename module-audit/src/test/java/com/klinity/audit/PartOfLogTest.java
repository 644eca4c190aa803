package com.klinity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.platform.testkit.Answer;
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

/** On a log with one entry at each full minute from ten o'clock on: sequence n is at n minutes past. */
class PartOfLogTest {

    private static final int ENTRIES = 40;
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final TestServer SERVER = TestServer.of(new AuditModule()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-01T10:05:00Z&to=2026-03-01T10:07:00Z, 5, 6",
        "from=2026-03-01T10:05:00.000001Z&to=2026-03-01T10:07:00.000001Z, 6, 7",
        "from=2026-03-01T12:05:00%2B02:00&to=2026-03-01T12:07:00%2B02:00, 5, 6",
        "to=2026-03-01T10:03:00Z, 1, 2",
        "from=2026-03-01T10:39:00Z, 39, 40",
        "from=2026-03-01T10:05:30Z&to=2026-03-01T10:05:40Z, 6, 5",
        "from=2026-03-01T09:00:00Z&to=2026-03-01T09:30:00Z, 1, 0",
        "from=2999-01-01T00:00:00Z, 41, 40",
        "from=2026-03-01T10:07:00Z&to=2026-03-01T10:05:00Z, 7, 6",
        "first=7&last=9, 7, 9",
        "first=38, 38, 40",
        "last=2, 1, 2",
        "first=39&last=99, 39, 40",
        "first=77&last=99, 41, 40",
        "first=9&last=7, 9, 8"
    })
    void a_part_is_told_by_times_or_by_places(String query, long first, long last) {
        Practitioner ana = minutely();
        assertEquals(
                IntStream.rangeClosed((int) first, (int) last).boxed().toList(),
                sequences(ana.get("/v1/audit/events.csv?" + query)));
        ana = minutely();
        JsonNode manifest = ana.get("/v1/audit/events.manifest?" + query).json();
        assertEquals(first, manifest.path("first").asLong());
        assertEquals(last, manifest.path("last").asLong());
        assertEquals(last - first + 1, manifest.path("entries").asLong());
    }

    @ParameterizedTest
    @Tag("LG-5")
    @ValueSource(strings = {"first=7&last=9", "first=1&last=2", "first=40", "first=77", "from=2026-03-01T10:30:00Z"})
    void a_part_verifies_with_the_manifest_that_its_answer_names(String query) throws IOException {
        Practitioner ana = minutely();
        Answer csv = ana.get("/v1/audit/events.csv?" + query);
        String link = String.valueOf(csv.header("Link"));
        Answer manifest = ana.get(link.replaceFirst("<(.*)>; rel=\"describedby\"", "$1"));
        OfflineVerifier.Report report = OfflineVerifier.verify(
                new ByteArrayInputStream(csv.bytes()), JsonMapper.shared().readValue(manifest.bytes(), Manifest.class));
        assertEquals(Optional.empty(), report.firstBroken());
        assertEquals(sequences(csv).size(), report.entries());
    }

    /** What the clock gave twice is in the part, and so is what came between. */
    @Test
    void no_entry_of_a_period_is_left_out_where_the_clock_was_set_back() {
        List<Instant> times = Stream.of(1, 2, 3, 8, 9, 4, 5, 6, 7, 10, 11, 12)
                .map(minute -> TEN.plusSeconds(60L * minute))
                .toList();
        Practitioner ana = WrittenLog.at(SERVER, times);
        assertEquals(
                List.of(4, 5, 6, 7, 8, 9, 10),
                sequences(ana.get("/v1/audit/events.csv?from=2026-03-01T10:07:00Z&to=2026-03-01T10:11:00Z")));
        assertEquals(
                List.of(3, 4, 5, 6),
                sequences(ana.get("/v1/audit/events.csv?from=2026-03-01T10:03:00Z&to=2026-03-01T10:05:00Z")));
    }

    @Test
    @Tag("LG-1")
    void a_manifest_is_an_export_too() {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/audit/events.manifest");
        assertEquals("export", ana.auditEntries().getFirst().action());
    }

    @Test
    @Tag("AC-1")
    void nobody_gets_a_part_or_a_manifest_of_another_accounts_log() {
        minutely();
        Practitioner bea = SERVER.practitioner();
        assertEquals(List.of(), sequences(bea.get("/v1/audit/events.csv?first=1&last=9")));
        JsonNode manifest = bea.get("/v1/audit/events.manifest?first=1&last=9").json();
        assertEquals(bea.account().toString(), manifest.path("account").asString());
        assertEquals(1, manifest.path("entries").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "to=2026-03-01",
                "first=0",
                "first=-1",
                "last=1.0",
                "last=9999999999999999999",
                "first=1&to=2026-03-01T10:05:00Z",
                "action=read"
            })
    void a_malformed_part_is_a_400(String query) {
        Practitioner ana = SERVER.practitioner();
        assertEquals(400, ana.get("/v1/audit/events.csv?" + query).status());
        assertEquals(400, ana.get("/v1/audit/events.manifest?" + query).status());
    }

    private static Practitioner minutely() {
        return WrittenLog.at(
                SERVER,
                IntStream.rangeClosed(1, ENTRIES)
                        .mapToObj(minute -> TEN.plusSeconds(60L * minute))
                        .toList());
    }

    private static List<Integer> sequences(Answer csv) {
        assertEquals(200, csv.status(), csv::toString);
        return new String(csv.bytes(), UTF_8)
                .lines()
                .skip(1)
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf(','))))
                .toList();
    }
}
