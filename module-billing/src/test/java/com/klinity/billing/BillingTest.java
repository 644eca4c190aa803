package com.klinity.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.testkit.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BillingTest {

    private static final TestServer SERVER = TestServer.of(new BillingModule()).start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void without_a_payment_provider_every_account_is_self_hosted() {
        JsonNode subscription =
                SERVER.practitioner().get("/v1/billing/subscription").json();
        assertEquals("self-hosted", subscription.path("plan").asString());
        assertEquals("active", subscription.path("status").asString());
        assertEquals("none", subscription.path("provider").asString());
    }

    @Test
    void the_plans_are_a_list_that_ends() {
        JsonNode plans = SERVER.practitioner().get("/v1/billing/plans").json();
        assertEquals("self-hosted", plans.at("/items/0/key").asString());
        assertTrue(plans.path("nextCursor").isNull());
    }

    @Test
    void a_stranger_is_told_nothing() {
        assertEquals(401, SERVER.anonymous().get("/v1/billing/subscription").status());
    }

    @Test
    void there_is_no_checkout_where_nobody_is_paid() {
        assertEquals(
                404,
                SERVER.practitioner()
                        .post("/v1/billing/checkout-sessions", "{\"plan\":\"self-hosted\"}")
                        .status());
    }

    @Test
    void a_provider_that_is_not_installed_stops_the_start() {
        TestServer.Builder other = TestServer.of(new BillingModule()).setting("klinity.billing.provider", "stripe");
        assertThrows(StartFailure.class, other::start);
    }
}
