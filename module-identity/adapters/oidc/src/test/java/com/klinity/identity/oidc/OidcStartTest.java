package com.klinity.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.identity.IdentityModule;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Vendor;
import com.klinity.platform.testkit.TestServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AU-1")
class OidcStartTest {

    private static TestServer.Builder builder() {
        return TestServer.of(new IdentityModule())
                .adapter(new OidcIdentityAdapter())
                .setting("klinity.identity.provider", "oidc");
    }

    private static List<String> faults(TestServer.Builder builder) {
        return assertThrows(StartFailure.class, builder::start).faults();
    }

    @Test
    void what_is_missing_is_said_all_at_once() {
        assertEquals(
                Set.of(
                        "klinity.identity.client-id: is missing; set it in conf/klinity.properties or as"
                                + " KLINITY_IDENTITY_CLIENT_ID",
                        "klinity.identity.issuer: is missing; set it in conf/klinity.properties or as"
                                + " KLINITY_IDENTITY_ISSUER"),
                Set.copyOf(faults(builder())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://issuer.example",
                "https://issuer.example?tenant=1",
                "https://user:password@issuer.example",
                "ftp://issuer.example",
                "issuer"
            })
    @Tag("TR-1")
    void an_issuer_that_is_not_reached_by_https_is_a_fault(String issuer) {
        assertEquals(
                List.of("klinity.identity.issuer: must be an https address, or http on this machine, without query and"
                        + " fragment"),
                faults(builder()
                        .setting("klinity.identity.client-id", "klinity")
                        .setting("klinity.identity.issuer", issuer)));
    }

    @Test
    @Tag("TR-1")
    void production_takes_https_alone() {
        List<String> faults = faults(builder()
                .setting("klinity.mode", "production")
                .setting("klinity.identity.client-id", "klinity")
                .setting("klinity.identity.issuer", "http://127.0.0.1:8081/realm")
                .setting("klinity.identity.jwks-uri", "http://127.0.0.1:8081/keys"));
        assertTrue(faults.contains("klinity.identity.issuer: must be an https address without query and fragment"));
        assertTrue(faults.contains("klinity.identity.jwks-uri: must be an https address without query and fragment"));
    }

    @Test
    @Tag("SP-1")
    void the_register_names_the_host_that_was_configured() {
        OidcIdentityAdapter adapter = new OidcIdentityAdapter();
        try (TestServer server = TestServer.of(new IdentityModule())
                .adapter(adapter)
                .setting("klinity.identity.provider", "oidc")
                .setting("klinity.identity.client-id", "klinity")
                .setting("klinity.identity.issuer", "https://id.example.org/realms/practice")
                .start()) {
            Vendor vendor = adapter.vendor();
            assertEquals(List.of("id.example.org"), vendor.hosts(), server.address()::toString);
        }
    }
}
