package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two requests of one connection, and what happens between them. */
@Tag("AC-6")
@Tag("AC-7")
@Tag("AC-8")
class NextRequestTest {

    private static final TestServer FIRST = TestServer.of(new NotesModule()).start();
    private static final TestServer SECOND = FIRST.sibling();

    @AfterAll
    static void stop() {
        SECOND.close();
        FIRST.close();
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_on_connections_that_are_open_at_every_node(Ending ending) throws Exception {
        UUID account = UUID.randomUUID();
        String token = FIRST.practitioner(account).token();
        try (KeptConnection first = KeptConnection.to(FIRST.address());
                KeptConnection second = KeptConnection.to(SECOND.address())) {
            assertEquals(200, first.get("/v1/notes", token).status());
            assertEquals(200, second.get("/v1/notes", token).status());
            ending.of(FIRST, account);
            assertEquals(ending.status(), first.get("/v1/notes", token).status());
            assertEquals(ending.status(), second.get("/v1/notes", token).status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_another_account_on_the_same_connection_is_served(Ending ending) throws Exception {
        UUID account = UUID.randomUUID();
        try (KeptConnection connection = KeptConnection.to(FIRST.address())) {
            connection.get("/v1/notes", FIRST.practitioner(account).token());
            ending.of(FIRST, account);
            connection.get("/v1/notes", FIRST.practitioner(account).token());
            assertEquals(
                    200,
                    connection.get("/v1/notes", FIRST.practitioner().token()).status());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SIGN_OUT")
    void with_a_new_token_is_refused_too(Ending ending) throws Exception {
        UUID account = UUID.randomUUID();
        FIRST.practitioner(account).get("/v1/notes");
        ending.of(FIRST, account);
        assertEquals(
                ending.status(), SECOND.practitioner(account).get("/v1/notes").status());
    }
}
