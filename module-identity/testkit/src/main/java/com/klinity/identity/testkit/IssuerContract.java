package com.klinity.identity.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.identity.spi.IdentityProvider;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Client;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every identity provider, also for one that cannot be asked about its users. */
@Tag("AU-1")
public abstract class IssuerContract {

    static final String ACCOUNT = "/v1/account";
    static final String SIGN_OUT = "/v1/account/sign-out";

    /** For the classes that pass it. */
    protected IssuerContract() {}

    /** The provider under test; may be the same for all tests. */
    protected abstract Realm realm();

    /** An address that no other test uses. */
    protected static String freshAddress() {
        return "p" + UUID.randomUUID() + "@example.org";
    }

    final Client with(String token) {
        return realm().server().withToken(token);
    }

    final int status(String token) {
        return with(token).get(ACCOUNT).status();
    }

    /** The account that a token opens, its subject. */
    final UUID account(Tokens tokens) {
        return UUID.fromString(with(tokens.access()).get(ACCOUNT).id());
    }

    @Test
    @Tag("AC-5")
    void a_confirmed_user_has_an_account_at_once() {
        Answer answer = with(realm().newUser(freshAddress()).access()).get(ACCOUNT);
        assertEquals(200, answer.status(), answer::toString);
    }

    @Test
    @Tag("AC-4")
    void a_user_keeps_the_account_over_sign_ins() {
        String email = freshAddress();
        UUID first = account(realm().newUser(email));
        assertEquals(first, account(realm().signIn(email).orElseThrow()));
    }

    @Test
    @Tag("AU-2")
    void tokens_of_the_issuer_that_are_not_for_this_server_are_refused() {
        String email = freshAddress();
        realm().newUser(email);
        List<String> others = realm().tokensForOthers(email);
        assertFalse(others.isEmpty());
        assertAll(others.stream().map(token -> () -> assertEquals(401, status(token), token)));
    }

    @Test
    @Tag("AU-2")
    void a_refresh_token_is_no_access_token() {
        assertEquals(401, status(realm().newUser(freshAddress()).refresh()));
    }

    @Test
    @Tag("AC-8")
    void access_tokens_of_every_sign_in_are_refused_right_after_a_sign_out() {
        String email = freshAddress();
        Tokens phone = realm().newUser(email);
        Tokens laptop = realm().signIn(email).orElseThrow();
        Answer answer = with(phone.access()).post(SIGN_OUT);
        assertAll(
                () -> assertEquals(204, answer.status(), answer::toString),
                () -> assertEquals(401, status(phone.access())),
                () -> assertEquals(401, status(laptop.access())));
    }

    /** In the second of the sign-out itself every token is refused, so the attempt is made after it. */
    @Test
    @Tag("AC-8")
    void no_refresh_token_from_before_a_sign_out_leads_back_in() {
        String email = freshAddress();
        Tokens tokens = realm().newUser(email);
        with(tokens.access()).post(SIGN_OUT);
        awaitSignIn(email);
        Optional<Tokens> refreshed = realm().refresh(tokens.refresh());
        assertEquals(401, refreshed.map(Tokens::access).map(this::status).orElse(401));
    }

    @Test
    @Tag("AC-8")
    void signing_in_anew_after_a_sign_out_opens_the_account() {
        String email = freshAddress();
        with(realm().newUser(email).access()).post(SIGN_OUT);
        assertDoesNotThrow(() -> awaitSignIn(email));
    }

    /** Issuers date by whole seconds, so it may take until the next one. */
    private void awaitSignIn(String email) {
        realm().server().await(() -> status(realm().signIn(email).orElseThrow().access()) == 200);
    }

    @Test
    void somebody_unknown_is_harmless() {
        UUID nobody = UUID.randomUUID();
        IdentityProvider provider = realm().provider();
        assertAll(
                () -> assertEquals(Optional.empty(), provider.email(nobody)),
                () -> assertDoesNotThrow(() -> provider.signOutEverywhere(nobody)),
                () -> assertDoesNotThrow(() -> provider.deleteUser(nobody)));
    }

    @Test
    void an_outage_admits_nobody() {
        String email = freshAddress();
        realm().newUser(email);
        List<String> others = realm().tokensForOthers(email);
        realm().whileDown(() -> assertAll(others.stream().map(token -> () -> assertEquals(401, status(token)))));
    }
}
