package com.klinity.identity.local;

import static com.klinity.identity.local.LocalServer.SERVER;
import static com.klinity.identity.local.LocalServer.freshAddress;
import static com.klinity.identity.local.LocalServer.refresh;
import static com.klinity.identity.local.LocalServer.signedIn;
import static com.klinity.identity.local.LocalServer.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is left at the issuer of somebody who deleted the account. */
class DeletedUserTest {

    private final String email = freshAddress();
    private final JsonNode tokens = signedIn(email);
    private final String account = with(tokens).get("/v1/account").id();

    @Test
    @Tag("AC-7")
    void no_refresh_token_works_any_more() {
        delete();
        assertEquals(401, refresh(tokens.path("refreshToken").asString()).status());
    }

    @Test
    @Tag("AC-4")
    void the_address_can_sign_up_again_and_is_somebody_new() {
        delete();
        assertNotEquals(account, with(signedIn(email)).get("/v1/account").id());
    }

    @Test
    @Tag("AC-4")
    void the_old_token_stays_refused_when_the_address_has_signed_up_again() {
        delete();
        assertEquals(200, with(signedIn(email)).get("/v1/account").status());
        assertEquals(401, with(tokens).get("/v1/account").status());
    }

    @Test
    @Tag("AC-7")
    void the_address_is_in_none_of_the_issuers_files() {
        assertTrue(isInAFile());
        delete();
        assertFalse(isInAFile());
    }

    /** Until the issuer has lost the user. */
    private void delete() {
        assertEquals(202, with(tokens).delete("/v1/account").status());
        SERVER.await(() -> !isInAFile());
    }

    private boolean isInAFile() {
        try (Stream<Path> files = Files.walk(SERVER.dataDirectory())) {
            return files.filter(Files::isRegularFile).anyMatch(this::holdsTheAddress);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return isInAFile(); // one went while the folder was walked
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean holdsTheAddress(Path file) {
        try {
            return Files.readString(file, ISO_8859_1).contains(email);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
