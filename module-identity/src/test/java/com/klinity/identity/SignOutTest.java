package com.klinity.identity;

import static com.klinity.identity.IdentityServer.POOL;
import static com.klinity.identity.IdentityServer.SERVER;
import static com.klinity.identity.IdentityServer.count;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignOutTest {

    private static final String SIGN_OUT = "/v1/account/sign-out";

    @Test
    @Tag("AC-8")
    void the_token_is_refused_from_the_next_request_on() {
        Practitioner ana = SERVER.practitioner();
        assertAll(
                () -> assertEquals(204, ana.post(SIGN_OUT).status()),
                () -> assertEquals(401, ana.get("/v1/account").status()),
                () -> assertEquals(401, ana.post(SIGN_OUT).status()));
    }

    @Test
    @Tag("AC-8")
    void every_earlier_token_is_refused_and_later_ones_are_not() {
        Practitioner phone = SERVER.practitioner();
        Practitioner laptop = SERVER.practitioner(phone.account());
        laptop.post(SIGN_OUT);
        Practitioner again = SERVER.practitioner(phone.account());
        assertAll(
                () -> assertEquals(401, phone.get("/v1/account").status()),
                () -> assertEquals(200, again.get("/v1/account").status()));
    }

    @Test
    @Tag("AC-8")
    void the_provider_ends_the_refresh_tokens() {
        Practitioner ana = SERVER.practitioner();
        ana.post(SIGN_OUT);
        SERVER.await(() -> !POOL.signedOutAt(ana.account()).equals(Instant.MAX));
    }

    @Test
    @Tag("AC-8")
    void accounts_are_marked_again_after_the_provider_is_done_so_that_no_token_comes_between() {
        Practitioner ana = SERVER.practitioner();
        ana.post(SIGN_OUT);
        SERVER.await(() -> !POOL.signedOutAt(ana.account()).equals(Instant.MAX));
        String done =
                POOL.signedOutAt(ana.account()).truncatedTo(ChronoUnit.MICROS).toString();
        SERVER.await(() -> 1
                == count(
                        "select count(*) from identity.users where signed_out_at >= cast(? as timestamptz)"
                                + " and id = '" + ana.account() + "'",
                        done));
    }

    @Test
    @Tag("AC-8")
    void a_provider_that_is_down_keeps_nobody_from_signing_out() {
        Practitioner ana = SERVER.practitioner();
        POOL.failsFor(ana.account());
        assertAll(
                () -> assertEquals(204, ana.post(SIGN_OUT).status()),
                () -> assertEquals(401, ana.get("/v1/account").status()));
    }

    @Test
    @Tag("AC-8")
    void a_provider_that_was_down_is_told_as_soon_as_it_can_be() {
        Practitioner ana = SERVER.practitioner();
        POOL.failsFor(ana.account());
        ana.post(SIGN_OUT);
        POOL.recoversFor(ana.account());
        SERVER.await(() -> !POOL.signedOutAt(ana.account()).equals(Instant.MAX));
    }

    @Test
    @Tag("AC-1")
    void nobody_else_is_signed_out() {
        Practitioner eve = SERVER.practitioner();
        SERVER.practitioner().post(SIGN_OUT);
        assertEquals(200, eve.get("/v1/account").status());
    }

    @Test
    void it_is_in_the_audit_log() {
        Practitioner ana = SERVER.practitioner();
        ana.post(SIGN_OUT);
        assertEquals(
                new AuditLine("revoke", "Account", List.of(ana.account()), "success", ""),
                ana.auditEntries().getFirst());
    }

    @Test
    void a_notice_is_left_for_the_known_address() {
        Practitioner ana = SERVER.practitioner();
        POOL.knows(ana.account(), "notice@example.org");
        ana.post(SIGN_OUT);
        SERVER.await(() -> 1 == count("""
            select count(*) from platform.jobs j join identity.users u on u.id = j.account_id
            where j.topic = 'notifications.signed-out' and u.email = ?
            """, "notice@example.org"));
    }
}
