package com.klinity.identity.cognito;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.identity.IdentityModule;
import com.klinity.identity.testkit.OpenedProvider;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.TokenProfile;
import com.klinity.platform.spi.TrustedIssuer;
import com.klinity.platform.spi.Vendor;
import com.klinity.platform.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AU-1")
class CognitoStartTest {

    private static TestServer.Builder builder(CognitoIdentityAdapter adapter) {
        return TestServer.of(new IdentityModule()).adapter(adapter).setting("klinity.identity.provider", "cognito");
    }

    private static TestServer.Builder complete() {
        return builder(new CognitoIdentityAdapter())
                .setting("klinity.identity.client-id", "klinity")
                .setting("klinity.aws.region", "sa-east-1")
                .setting("klinity.cognito.user-pool-id", "sa-east-1_Ab129faBb");
    }

    private static List<String> faults(TestServer.Builder builder) {
        return assertThrows(StartFailure.class, builder::start).faults();
    }

    private static void assertFault(String fault, TestServer.Builder builder) {
        List<String> faults = faults(builder);
        assertTrue(faults.contains(fault), faults::toString);
    }

    @Test
    void region_and_pool_say_whom_to_trust() {
        OpenedProvider opened = new OpenedProvider(new CognitoIdentityAdapter());
        try (TestServer server = TestServer.of(new IdentityModule())
                .adapter(opened)
                .setting("klinity.identity.provider", "cognito")
                .setting("klinity.identity.client-id", "app-1")
                .setting("klinity.aws.region", "sa-east-1")
                .setting("klinity.cognito.user-pool-id", "sa-east-1_Ab129faBb")
                .start()) {
            TrustedIssuer issuer = opened.get().issuer();
            assertAll(
                    server.address().toString(),
                    () -> assertEquals(
                            "https://cognito-idp.sa-east-1.amazonaws.com/sa-east-1_Ab129faBb", issuer.issuer()),
                    () -> assertEquals("app-1", issuer.clientId()),
                    () -> assertEquals(TokenProfile.COGNITO, issuer.profile()));
        }
    }

    @Test
    @Tag("SP-1")
    void the_register_names_region_and_host() {
        CognitoIdentityAdapter adapter = new CognitoIdentityAdapter();
        try (TestServer server = builder(adapter)
                .setting("klinity.identity.client-id", "klinity")
                .setting("klinity.aws.region", "sa-east-1")
                .setting("klinity.cognito.user-pool-id", "sa-east-1_Ab129faBb")
                .start()) {
            Vendor vendor = adapter.vendor();
            assertAll(
                    server.address().toString(),
                    () -> assertEquals(List.of("sa-east-1"), vendor.regions()),
                    () -> assertEquals(List.of("cognito-idp.sa-east-1.amazonaws.com"), vendor.hosts()));
        }
    }

    @Test
    void what_is_missing_is_said_all_at_once() {
        assertEquals(3, faults(builder(new CognitoIdentityAdapter())).size());
    }

    @Test
    void a_region_of_another_form_is_a_fault() {
        assertFault(
                "klinity.aws.region: must be an AWS region such as sa-east-1",
                complete().setting("klinity.aws.region", "São Paulo"));
    }

    @Test
    void a_pool_of_another_form_is_a_fault() {
        assertFault(
                "klinity.cognito.user-pool-id: must be a user pool's id such as sa-east-1_Ab129faBb",
                complete().setting("klinity.cognito.user-pool-id", "pool/../x"));
    }

    @Test
    @Tag("TR-1")
    void production_manages_the_pool_by_https_alone() {
        assertFault(
                "klinity.cognito.endpoint: must be an https address without query and fragment",
                complete()
                        .setting("klinity.mode", "production")
                        .setting("klinity.cognito.endpoint", "http://127.0.0.1:9229"));
    }

    @Test
    void half_of_a_key_is_a_fault_that_does_not_show_the_other_half() {
        List<String> faults = faults(complete().setting("klinity.aws.secret-access-key", "wJalrXUtnFEMI"));
        assertAll(
                () -> assertTrue(faults.getFirst().startsWith("klinity.aws.access-key-id: is missing")),
                () -> assertFalse(faults.toString().contains("wJalrXUtnFEMI")));
    }
}
