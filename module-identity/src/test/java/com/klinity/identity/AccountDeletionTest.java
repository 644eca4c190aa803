package com.klinity.identity;

import static com.klinity.identity.IdentityServer.POOL;
import static com.klinity.identity.IdentityServer.SERVER;
import static com.klinity.identity.IdentityServer.count;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the deletion of an account does to its settings and to its user at the identity provider. */
class AccountDeletionTest {

    private static final String ATTEMPTS =
            "select coalesce(max(attempts), 0) from platform.jobs where account_id = cast(? as uuid)";

    private static final String SETTINGS = "select count(*) from identity.settings where account_id = cast(? as uuid)";

    private final Practitioner ana = SERVER.practitioner();
    private final String account = ana.account().toString();

    @BeforeEach
    void the_account_has_an_address_and_settings() {
        POOL.knows(ana.account(), account + "@example.org");
        ana.get("/v1/account");
        IdentityServer.patch(ana, "{\"settings\":{\"timeZone\":\"America/Sao_Paulo\"}}");
        assertEquals(1, count(SETTINGS, account));
    }

    @Test
    @Tag("AC-7")
    @Tag("RT-4")
    void the_provider_loses_the_user_and_the_account_its_settings() {
        ana.delete("/v1/account");
        awaitErasure();
        assertAll(() -> assertFalse(POOL.has(ana.account())), () -> assertEquals(0, count(SETTINGS, account)));
    }

    @Test
    @Tag("AC-7")
    void a_provider_that_is_down_neither_hinders_the_deletion_nor_is_spared_it() {
        POOL.failsFor(ana.account());
        Answer deleted = ana.delete("/v1/account");
        assertAll(
                () -> assertEquals(202, deleted.status()),
                () -> assertEquals(401, ana.get("/v1/account").status()));
        SERVER.await(() -> count(ATTEMPTS, account) > 1);
        assertTrue(POOL.has(ana.account()));
        POOL.recoversFor(ana.account());
        awaitErasure();
        assertFalse(POOL.has(ana.account()));
    }

    @Test
    @Tag("AC-7")
    void the_tombstone_has_no_address() {
        ana.delete("/v1/account");
        assertEquals(
                1, count("select count(*) from identity.users where id = cast(? as uuid) and email is null", account));
    }

    private void awaitErasure() {
        SERVER.await(
                () -> count("select count(*) from platform.jobs where account_id = cast(? as uuid)", account) == 0);
    }
}
