package com.klinity.identity.local;

import static com.klinity.identity.local.LocalServer.SERVER;
import static com.klinity.identity.local.LocalServer.ask;
import static com.klinity.identity.local.LocalServer.confirm;
import static com.klinity.identity.local.LocalServer.freshAddress;
import static com.klinity.identity.local.LocalServer.latestCode;
import static com.klinity.identity.local.LocalServer.refresh;
import static com.klinity.identity.local.LocalServer.signedIn;
import static com.klinity.identity.local.LocalServer.with;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Client;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensTest {

    @Test
    void an_access_token_is_one_of_RFC_9068() {
        JsonNode tokens = signedIn(freshAddress());
        JsonNode header = part(tokens, 0);
        JsonNode claims = part(tokens, 1);
        JsonNode key = SERVER.anonymous()
                .get("/v1/local-identity/jwks.json")
                .json()
                .path("keys")
                .path(0);
        assertAll(
                () -> assertEquals("at+jwt", header.path("typ").asString()),
                () -> assertEquals("RS256", header.path("alg").asString()),
                () -> assertEquals(
                        key.path("kid").asString(), header.path("kid").asString()),
                () -> assertEquals(
                        "http://localhost/v1/local-identity", claims.path("iss").asString()),
                () -> assertEquals("klinity", claims.path("aud").asString()),
                () -> assertEquals("klinity", claims.path("client_id").asString()),
                () -> assertEquals("access", claims.path("token_use").asString()),
                () -> assertFalse(claims.path("jti").asString().isEmpty()),
                () -> assertTrue(claims.path("iat").isNumber()),
                () -> assertEquals(
                        3600.0,
                        claims.path("exp").asDouble() - claims.path("iat").asDouble(),
                        0.001));
    }

    @Test
    void an_access_token_says_nothing_of_the_person() {
        String email = freshAddress();
        assertFalse(part(signedIn(email), 1).toString().contains(email));
    }

    @Test
    void the_public_key_is_published_without_its_private_half() {
        JsonNode key = SERVER.anonymous()
                .get("/v1/local-identity/jwks.json")
                .json()
                .path("keys")
                .path(0);
        assertAll(
                () -> assertEquals("RSA", key.path("kty").asString()),
                () -> assertEquals("sig", key.path("use").asString()),
                () -> assertFalse(key.has("d")));
    }

    @Test
    void the_discovery_document_leads_to_the_keys() {
        JsonNode document = SERVER.anonymous()
                .get("/v1/local-identity/.well-known/openid-configuration")
                .json();
        assertAll(
                () -> assertEquals(
                        "http://localhost/v1/local-identity",
                        document.path("issuer").asString()),
                () -> assertEquals(
                        SERVER.address() + "/v1/local-identity/jwks.json",
                        document.path("jwks_uri").asString()));
    }

    @Test
    void a_refreshed_token_opens_the_same_account() {
        JsonNode tokens = signedIn(freshAddress());
        JsonNode next = refresh(tokens.path("refreshToken").asString()).json();
        assertEquals(
                with(tokens).get("/v1/account").id(),
                with(next).get("/v1/account").id());
    }

    @Test
    void a_refresh_token_that_two_tabs_use_at_once_gives_both_the_same_next_one() {
        String token = signedIn(freshAddress()).path("refreshToken").asString();
        String first = refresh(token).json().path("refreshToken").asString();
        assertEquals(first, refresh(token).json().path("refreshToken").asString());
    }

    @Test
    void an_access_token_is_no_refresh_token() {
        assertEquals(
                422,
                refresh(signedIn(freshAddress()).path("accessToken").asString()).status());
    }

    @Test
    void a_refresh_token_is_no_access_token() {
        Client client =
                SERVER.withToken(signedIn(freshAddress()).path("refreshToken").asString());
        assertEquals(401, client.get("/v1/account").status());
    }

    @Test
    @Tag("AC-8")
    void signing_out_ends_access_and_refresh_tokens_at_once() {
        JsonNode tokens = signedIn(freshAddress());
        assertAll(
                () -> assertEquals(
                        204, with(tokens).post("/v1/account/sign-out").status()),
                () -> assertEquals(401, with(tokens).get("/v1/account").status()),
                () -> assertEquals(
                        401, refresh(tokens.path("refreshToken").asString()).status()));
    }

    @Test
    @Tag("AC-8")
    void after_signing_out_one_can_sign_in_again() {
        String email = freshAddress();
        JsonNode tokens = signedIn(email);
        with(tokens).post("/v1/account/sign-out");
        ask("sign-in", email);
        JsonNode again = confirm(email, latestCode(email)).json();
        assertEquals(200, with(again).get("/v1/account").status());
    }

    private static JsonNode part(JsonNode tokens, int index) {
        String text = tokens.path("accessToken").asString().split("\\.", -1)[index];
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(text));
    }
}
