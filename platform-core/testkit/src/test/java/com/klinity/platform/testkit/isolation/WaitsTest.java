package com.klinity.platform.testkit.isolation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.ErrandsModule;
import com.klinity.platform.testkit.TestServer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The matrices over routes that wait inside their transaction, and over one that does not. */
@Tag("AV-1")
class WaitsTest {

    private static final ErrandsModule ERRANDS = new ErrandsModule();
    private static final TestServer SERVER =
            TestServer.of(ERRANDS).adapter(ERRANDS.vendor()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_audit_matrix_names_a_route_that_calls_an_adapter_in_its_handler() {
        assertTrue(fault("/v1/errands/mistakes/thread").contains("Errand.direct of an adapter"));
    }

    @Test
    void the_audit_matrix_passes_a_route_that_calls_its_adapter_between_its_stages() {
        assertTrue(fault("/v1/errands").isEmpty());
    }

    private static String fault(String path) {
        Specimens specimens = new Specimens().requests(Specimen.post(path).json("{}"));
        Map<String, Executable> tests = new AuditMatrix(SERVER, specimens).all();
        return message(Objects.requireNonNull(tests.get("POST " + path + " ▸ as its owner")));
    }

    private static String message(Executable test) {
        try {
            test.execute();
            return "";
        } catch (Throwable e) { // whatever ends a test is its result
            return String.valueOf(e.getMessage());
        }
    }
}
