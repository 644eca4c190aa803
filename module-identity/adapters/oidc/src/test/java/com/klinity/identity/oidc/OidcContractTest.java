package com.klinity.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.identity.testkit.IssuerContract;
import com.klinity.identity.testkit.OpenedProvider;
import com.klinity.identity.testkit.Realm;
import com.klinity.platform.testkit.TestServer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OidcContractTest extends IssuerContract {

    private static final OidcRealm REALM = new OidcRealm();

    @AfterAll
    static void stop() {
        REALM.close();
    }

    @Override
    protected Realm realm() {
        return REALM;
    }

    private static int status(Map<String, Object> claims) {
        String token = REALM.accessToken(freshAddress(), claims);
        return REALM.server().withToken(token).get("/v1/account").status();
    }

    @Test
    void keys_are_read_from_where_the_settings_say() {
        try (TestServer server = REALM.builder(new OpenedProvider(new OidcIdentityAdapter()))
                .setting("klinity.identity.jwks-uri", REALM.keysUrl())
                .start()) {
            String token = REALM.newUser(freshAddress()).access();
            assertEquals(200, server.withToken(token).get("/v1/account").status());
        }
    }

    @Test
    @Tag("AU-4")
    void who_has_not_confirmed_the_address_is_refused() {
        long now = Instant.now().getEpochSecond();
        assertEquals(401, status(Map.of("auth_time", now, "email_verified", false)));
    }

    @Test
    @Tag("AU-4")
    void who_has_confirmed_the_address_gets_in() {
        long now = Instant.now().getEpochSecond();
        assertEquals(200, status(Map.of("auth_time", now, "email_verified", true)));
    }

    @Test
    @Tag("AC-8")
    void a_token_that_does_not_tell_when_its_user_signed_in_is_refused() {
        assertEquals(401, status(Map.of()));
    }

    @Test
    @Tag("AC-7")
    void deleting_leaves_the_user_to_the_issuer() {
        String token = REALM.newUser(freshAddress()).access();
        UUID user = UUID.fromString(
                REALM.server().withToken(token).get("/v1/account").id());
        assertDoesNotThrow(() -> REALM.provider().deleteUser(user));
    }
}
