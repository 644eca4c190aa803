package com.klinity.identity.local;

import static com.klinity.identity.local.LocalServer.SERVER;
import static com.klinity.identity.local.LocalServer.ask;
import static com.klinity.identity.local.LocalServer.confirm;
import static com.klinity.identity.local.LocalServer.freshAddress;
import static com.klinity.identity.local.LocalServer.latestCode;
import static com.klinity.identity.local.LocalServer.mailTo;
import static com.klinity.identity.local.LocalServer.signedIn;
import static com.klinity.identity.local.LocalServer.with;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SignUpTest {

    @Test
    void a_code_goes_to_the_address() {
        String email = freshAddress();
        Answer answer = ask("sign-up", email);
        JsonNode mail = mailTo(email).getFirst();
        assertAll(
                () -> assertEquals(202, answer.status()),
                () -> assertEquals("sign-up-code", mail.path("kind").asString()),
                () -> assertEquals("en", mail.path("locale").asString()),
                () -> assertTrue(mail.path("values").path("code").asString().matches("[0-9]{6}")),
                () -> assertEquals("10", mail.path("values").path("minutes").asString()));
    }

    @Test
    void the_mail_is_in_the_callers_language() {
        String email = freshAddress();
        SERVER.anonymous()
                .send(
                        "POST",
                        "/v1/local-identity/sign-up",
                        BodyPublishers.ofString("{\"email\":\"" + email + "\"}"),
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        "pt-BR,pt;q=0.9,en;q=0.8");
        assertEquals("pt-BR", mailTo(email).getFirst().path("locale").asString());
    }

    @Test
    @Tag("AC-5")
    void a_confirmed_address_has_an_account_at_once() {
        String email = freshAddress();
        Answer account = with(signedIn(email)).get("/v1/account");
        assertAll(
                () -> assertEquals(200, account.status()),
                () -> assertEquals(email, account.json().path("email").asString()));
    }

    @Test
    void the_grant_tells_how_long_it_lasts() {
        assertEquals(3600, signedIn(freshAddress()).path("expiresIn").asInt());
    }

    @Test
    void spellings_of_an_address_are_one_account() {
        String email = freshAddress();
        String first = with(signedIn(email)).get("/v1/account").id();
        ask("sign-in", email.toUpperCase(Locale.ROOT));
        Answer grant = confirm(" " + email.toUpperCase(Locale.ROOT), latestCode(email));
        assertEquals(first, with(grant.json()).get("/v1/account").id());
    }

    @Test
    void known_and_unknown_addresses_get_the_same_answer_and_one_mail_each() {
        String known = freshAddress();
        signedIn(known);
        String unknown = freshAddress();
        int before = mailTo(known).size();
        Answer ofKnown = ask("sign-up", known);
        Answer ofUnknown = ask("sign-up", unknown);
        assertAll(
                () -> assertEquals(ofUnknown.toString(), ofKnown.toString()),
                () -> assertEquals(before + 1, mailTo(known).size()),
                () -> assertEquals(1, mailTo(unknown).size()));
    }

    @Test
    void a_known_address_gets_a_code_to_sign_in_instead() {
        String email = freshAddress();
        String first = with(signedIn(email)).get("/v1/account").id();
        ask("sign-up", email);
        assertAll(
                () -> assertEquals(
                        "sign-in-code", mailTo(email).getLast().path("kind").asString()),
                () -> assertEquals(
                        first,
                        with(confirm(email, latestCode(email)).json())
                                .get("/v1/account")
                                .id()));
    }

    @Test
    @Tag("AU-4")
    void without_confirmation_there_is_no_token() {
        String email = freshAddress();
        ask("sign-up", email);
        String code = latestCode(email);
        assertEquals(
                422, confirm(email, code.equals("000000") ? "000001" : "000000").status());
    }

    @Test
    @Tag("AU-4")
    void signing_in_with_an_unconfirmed_address_gives_no_code() {
        String email = freshAddress();
        ask("sign-up", email);
        Answer answer = ask("sign-in", email);
        JsonNode mail = mailTo(email).getLast();
        assertAll(
                () -> assertEquals(202, answer.status()),
                () -> assertEquals("no-account", mail.path("kind").asString()),
                () -> assertTrue(mail.path("values").isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":null}", "{\"email\":\"nobody\"}", "{\"email\":\"a@b\\r\\nBcc: c@d\"}"})
    void an_implausible_address_is_named_as_the_fault(String json) {
        Answer answer = SERVER.anonymous().post("/v1/local-identity/sign-up", json);
        assertAll(
                () -> assertEquals(422, answer.status()),
                () -> assertEquals(
                        "/email",
                        answer.json().path("errors").path(0).path("pointer").asString()));
    }

    @Test
    void a_dozen_codes_for_one_address_are_too_many_whether_it_is_known_or_not() {
        String email = freshAddress();
        List<Answer> answers =
                Stream.generate(() -> ask("sign-in", email)).limit(12).toList();
        assertAll(
                () -> assertEquals(202, answers.getFirst().status()),
                () -> assertEquals(429, answers.getLast().status()),
                () -> assertTrue(
                        Integer.parseInt(String.valueOf(answers.getLast().header("Retry-After"))) > 0));
    }
}
