package com.klinity.identity.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.identity.testkit.OpenedProvider;
import com.klinity.identity.testkit.Tokens;
import com.klinity.identity.testkit.UserPoolContract;
import com.klinity.identity.testkit.UserPoolRealm;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CognitoContractTest extends UserPoolContract {

    private static @Nullable CognitoRealm realm;

    @BeforeAll
    static void start() {
        assumeTrue(
                CognitoEmulator.isWanted(),
                "needs the Cognito emulator: src/test/sh/install-cognito-emulator FOLDER, then"
                        + " -Dtestkit.cognito-emulator=FOLDER");
        realm = new CognitoRealm();
    }

    @AfterAll
    static void stop() {
        if (realm != null) {
            realm.close();
        }
    }

    @Override
    protected UserPoolRealm realm() {
        return cognito();
    }

    private static CognitoRealm cognito() {
        assertNotNull(realm);
        return realm;
    }

    @Test
    @Tag("AU-4")
    void an_address_that_is_not_confirmed_is_not_told() {
        String email = freshAddress();
        Tokens tokens = cognito().newUser(email);
        cognito().unverify(email);
        Answer account = cognito().server().withToken(tokens.access()).get("/v1/account");
        assertFalse(account.json().has("email"), account::toString);
    }

    @Test
    @Tag("AU-2")
    void a_server_that_never_saw_the_keys_admits_nobody_while_the_pool_is_down() {
        Tokens tokens = cognito().newUser(freshAddress());
        cognito().whileDown(() -> {
            try (TestServer started = cognito().newServer(new OpenedProvider(new CognitoIdentityAdapter()))) {
                assertEquals(
                        503,
                        started.withToken(tokens.access()).get("/v1/account").status());
            }
        });
    }
}
