package com.klinity.identity;

import static com.klinity.identity.IdentityServer.POOL;
import static com.klinity.identity.IdentityServer.SERVER;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    @Tag("AC-2")
    void an_account_is_the_tokens_subject_with_default_settings() {
        Practitioner ana = SERVER.practitioner();
        Answer account = ana.get("/v1/account");
        assertAll(
                () -> assertEquals(200, account.status()),
                () -> assertEquals(ana.account().toString(), account.id()),
                () -> assertFalse(account.json().has("email")),
                () -> assertFalse(account.json().path("createdAt").asString().isEmpty()),
                () -> assertEquals(
                        "{\"locale\":\"en\",\"timeZone\":\"UTC\",\"noteDrafting\":false}",
                        account.json().path("settings").toString()));
    }

    @Test
    void without_a_token_there_is_no_account() {
        Answer answer = SERVER.anonymous().get("/v1/account");
        assertAll(
                () -> assertEquals(401, answer.status()),
                () -> assertEquals("Bearer error=\"invalid_token\"", answer.header("WWW-Authenticate")));
    }

    @Test
    void the_address_appears_and_stays_once_the_provider_tells_it() {
        Practitioner ana = SERVER.practitioner();
        String before = ana.get("/v1/account").etag();
        POOL.knows(ana.account(), "ana@example.org");
        Answer known = ana.get("/v1/account");
        POOL.failsFor(ana.account());
        assertAll(
                () -> assertEquals("ana@example.org", known.json().path("email").asString()),
                () -> assertNotEquals(before, known.etag()),
                () -> assertEquals(known.text(), ana.get("/v1/account").text()));
    }

    @Test
    void an_account_is_shown_without_its_address_while_the_provider_is_down() {
        Practitioner ana = SERVER.practitioner();
        POOL.failsFor(ana.account());
        assertEquals(200, ana.get("/v1/account").status());
    }

    @Test
    void reading_the_account_leaves_no_audit_entry() {
        Practitioner ana = SERVER.practitioner();
        ana.get("/v1/account");
        assertEquals(List.of(), ana.auditEntries());
    }

    @Test
    @Tag("AC-5")
    void many_first_calls_at_once_make_one_account() throws Exception {
        Practitioner ana = SERVER.practitioner();
        Callable<String> read = () -> ana.get("/v1/account").text();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> answers =
                    threads.invokeAll(Stream.generate(() -> read).limit(8).toList());
            assertEquals(
                    1,
                    answers.stream()
                            .map(Future::resultNow)
                            .collect(Collectors.toSet())
                            .size());
        }
    }

    @Test
    void routes_of_the_embedded_issuer_are_not_there_with_another_one() {
        assertEquals(
                404,
                SERVER.anonymous()
                        .post("/v1/local-identity/sign-up", "{\"email\":\"ana@example.org\"}")
                        .status());
    }
}
