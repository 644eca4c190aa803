package com.klinity.identity.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.identity.spi.IdentityFailure;
import com.klinity.platform.testkit.Answer;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for a provider that manages its users. */
public abstract class UserPoolContract extends IssuerContract {

    /** For the classes that pass it. */
    protected UserPoolContract() {}

    @Override
    protected abstract UserPoolRealm realm();

    @Test
    @Tag("AU-4")
    void nobody_gets_in_before_the_address_is_confirmed() {
        String email = freshAddress();
        realm().signUp(email);
        assertEquals(Optional.empty(), realm().signIn(email));
    }

    @Test
    @Tag("AU-4")
    void confirming_the_address_lets_in() {
        String email = freshAddress();
        realm().signUp(email);
        assertEquals(200, status(realm().confirm(email).access()));
    }

    @Test
    @Tag("AC-5")
    void the_account_shows_the_confirmed_address() {
        String email = freshAddress();
        Answer answer = with(realm().newUser(email).access()).get(ACCOUNT);
        assertEquals(email, answer.json().path("email").asString());
    }

    @Test
    @Tag("AC-8")
    void signing_out_everywhere_ends_the_refresh_tokens_of_every_sign_in() {
        String email = freshAddress();
        Tokens phone = realm().newUser(email);
        Tokens laptop = realm().signIn(email).orElseThrow();
        realm().provider().signOutEverywhere(account(phone));
        assertAll(
                () -> assertEquals(Optional.empty(), realm().refresh(phone.refresh())),
                () -> assertEquals(Optional.empty(), realm().refresh(laptop.refresh())));
    }

    @Test
    @Tag("AC-8")
    void signing_out_everywhere_ends_nobody_elses_sign_in() {
        Tokens other = realm().newUser(freshAddress());
        realm().provider().signOutEverywhere(account(realm().newUser(freshAddress())));
        assertTrue(realm().refresh(other.refresh()).isPresent());
    }

    @Test
    @Tag("AC-7")
    void a_deleted_user_can_neither_refresh_nor_sign_in() {
        String email = freshAddress();
        Tokens tokens = realm().newUser(email);
        realm().provider().deleteUser(account(tokens));
        assertAll(
                () -> assertEquals(Optional.empty(), realm().refresh(tokens.refresh())),
                () -> assertEquals(Optional.empty(), realm().signIn(email)));
    }

    @Test
    @Tag("AC-7")
    void the_provider_forgets_a_deleted_user() {
        UUID user = account(realm().newUser(freshAddress()));
        realm().provider().deleteUser(user);
        assertEquals(Optional.empty(), realm().provider().email(user));
    }

    @Test
    @Tag("AC-7")
    void deleting_can_be_repeated() {
        UUID user = account(realm().newUser(freshAddress()));
        realm().provider().deleteUser(user);
        assertDoesNotThrow(() -> realm().provider().deleteUser(user));
    }

    @Test
    @Tag("AC-7")
    @Tag("AC-8")
    void in_an_outage_nothing_is_said_to_be_done() {
        UUID user = account(realm().newUser(freshAddress()));
        realm().whileDown(() -> assertAll(
                () -> assertFalse(assertThrows(
                                IdentityFailure.class, () -> realm().provider().signOutEverywhere(user))
                        .code()
                        .isEmpty()),
                () -> assertFalse(assertThrows(
                                IdentityFailure.class, () -> realm().provider().deleteUser(user))
                        .code()
                        .isEmpty())));
    }

    @Test
    @Tag("AC-8")
    void in_an_outage_signing_out_refuses_the_tokens_at_once() {
        Tokens tokens = realm().newUser(freshAddress());
        account(tokens);
        realm().whileDown(() -> {
            assertEquals(204, with(tokens.access()).post(SIGN_OUT).status());
            assertEquals(401, with(tokens.access()).post(SIGN_OUT).status());
        });
    }

    @Test
    void in_an_outage_nobody_signs_in() {
        String email = freshAddress();
        realm().newUser(email);
        realm().whileDown(() -> assertEquals(Optional.empty(), realm().signIn(email)));
    }
}
