package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.platform.testkit.TestServer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix over a feature that makes one mistake at a time: it can fail, and says where. */
@Tag("AC-1")
@Tag("AC-2")
class IsolationMatrixTest {

    private static final Specimen READ = Specimen.get("/v1/shelves/{id:shelf}");
    private static final String COMPLETE = "every route has a specimen, and every specimen a route";

    @Test
    void a_feature_without_a_mistake_passes() {
        assertEquals(List.of(), faults(Optional.empty(), specimens(), name -> true));
    }

    @ParameterizedTest
    @EnumSource(Leak.class)
    void a_mistake_is_found_and_named_by_route_and_place(Leak leak) {
        assumeTrue(
                leak != Leak.ANOTHERS_ID_COSTS_ONE_STATEMENT_MORE || isEmbedded(),
                "statements are read from the embedded database's log");
        List<String> faults = faults(Optional.of(leak), specimens(), leak.finder()::equals);
        assertEquals(
                List.of(leak.finder()),
                faults.stream().map(IsolationMatrixTest::name).toList(),
                faults::toString);
    }

    private static boolean isEmbedded() {
        return System.getProperty("testkit.database", "embedded").equals("embedded");
    }

    @Test
    void a_route_that_no_specimen_covers_is_a_fault() {
        String fault = complete(things().requests(READ));
        assertTrue(fault.contains("DELETE /v1/shelves/{id}"), fault);
    }

    @Test
    void a_feature_that_others_stand_on_needs_no_specimens() {
        try (TestServer server =
                TestServer.of(new ShelvesModule(Optional.empty())).start()) {
            assertEquals(
                    List.of(), new IsolationMatrix(server, things()).of("racks").faults(name -> true));
        }
    }

    @Test
    void a_specimen_of_a_route_that_is_not_there_is_a_fault() {
        String fault = complete(specimens().requests(Specimen.get("/v1/racks")));
        assertTrue(fault.contains("GET /v1/racks"), fault);
    }

    @Test
    void a_specimen_that_fails_for_its_owner_is_a_fault() {
        Specimens bad = things().requests(Specimen.get("/v1/shelves/{id=nothing}"));
        List<String> faults = faults(Optional.empty(), bad, name -> !name.equals(COMPLETE));
        assertTrue(faults.stream().allMatch(fault -> fault.contains("the specimen proves nothing")), faults::toString);
        assertEquals(3, faults.size());
    }

    private static String complete(Specimens specimens) {
        return faults(Optional.empty(), specimens, COMPLETE::equals).getFirst();
    }

    private static String name(String fault) {
        return fault.substring(0, fault.indexOf(": "));
    }

    private static List<String> faults(Optional<Leak> leak, Specimens specimens, Predicate<String> wanted) {
        try (TestServer server = TestServer.of(new ShelvesModule(leak)).start()) {
            return new IsolationMatrix(server, specimens).of("shelves").faults(wanted);
        }
    }

    private static Specimens things() {
        return new Specimens()
                .thing("shelf", "/v1/shelves", "{\"name\": \"${marker}\"}")
                .value("label", world -> Held.name("label " + UUID.randomUUID(), "label " + UUID.randomUUID()));
    }

    private static Specimens specimens() {
        return things().requests(
                        READ,
                        Specimen.get("/v1/shelves"),
                        Specimen.post("/v1/shelves").json("{\"name\": \"${label}\", \"beside\": \"${shelf}\"}"),
                        Specimen.delete("/v1/shelves/{id:shelf}"));
    }
}
