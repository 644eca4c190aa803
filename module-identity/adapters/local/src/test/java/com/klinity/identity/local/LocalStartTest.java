package com.klinity.identity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalStartTest {

    @Test
    void production_refuses_the_embedded_issuer() {
        assertTrue(faults(LocalServer.builder().setting("klinity.mode", "production"))
                .contains("klinity.identity.provider: 'local' is for evaluation only; name another one"));
    }

    @Test
    void an_issuer_that_is_no_address_is_a_fault() {
        assertEquals(
                List.of("klinity.identity.issuer: must be an http or https address without query and fragment"),
                faults(LocalServer.builder().setting("klinity.identity.issuer", "klinity?x=1")));
    }

    @Test
    void tokens_that_last_longer_than_a_day_are_a_fault() {
        assertEquals(
                List.of("klinity.local.token-lifetime: must be a day (PT24H) at most"),
                faults(LocalServer.builder().setting("klinity.local.token-lifetime", "P2D")));
    }

    @Test
    void a_server_started_later_in_the_same_folder_accepts_earlier_tokens() {
        String token = LocalServer.signedIn(LocalServer.freshAddress())
                .path("accessToken")
                .asString();
        try (TestServer restarted = LocalServer.builder()
                .setting(
                        "klinity.data.directory",
                        LocalServer.SERVER.dataDirectory().toString())
                .start()) {
            assertEquals(200, restarted.withToken(token).get("/v1/account").status());
        }
    }

    private static List<String> faults(TestServer.Builder builder) {
        return assertThrows(StartFailure.class, builder::start).faults();
    }
}
