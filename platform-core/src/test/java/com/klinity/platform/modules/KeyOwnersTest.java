package com.klinity.platform.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings the feature {@code media} and its adapter {@code s3} may read. */
@Tag("AC-9")
class KeyOwnersTest {

    private static final KeyOwners OWNERS =
            new KeyOwners(Set.of("media", "identity", "audit"), Set.of("s3", "s3-object-lock", "cognito"));
    private static final String ASKED = ", and was asked for by feature 'media' or its adapter 's3'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "klinity.media.store",
                "klinity.s3.bucket",
                "klinity.aws.region",
                "klinity.s3.secret-access-key",
                "klinity.mediation.key",
                "klinity.server.port"
            })
    void its_own_its_adapters_and_nobodys_are_open(String key) {
        assertEquals(Optional.empty(), refusal(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "klinity.database.password",
                "klinity.database-owner.password",
                "klinity.database-password",
                "klinity.server.tls.private-key",
                "klinity.server-port",
                "klinity.management.port",
                "klinity.data.directory",
                "klinity.mode"
            })
    void the_cores_are_closed(String key) {
        assertEquals(Optional.of("belongs to the core" + ASKED), refusal(key));
    }

    @ParameterizedTest
    @CsvSource({
        "klinity.identity.client-id, feature 'identity'",
        "klinity.identity-client-id, feature 'identity'",
        "klinity.cognito.client-secret, adapter 'cognito'",
        "klinity.s3-object-lock.bucket, adapter 's3-object-lock'",
        "klinity.s3.object-lock.bucket, adapter 's3-object-lock'"
    })
    void those_of_others_are_closed(String key, String owner) {
        assertEquals(Optional.of("belongs to " + owner + ASKED), refusal(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"KLINITY_DATABASE_PASSWORD", "klinity.Database.password", "user.home", "klinity..database", ""})
    void what_is_no_key_is_closed(String key) {
        assertEquals(Optional.of("is no key that a feature or an adapter may read" + ASKED), refusal(key));
    }

    @Test
    void an_adapter_that_is_called_like_the_core_reads_nothing_of_it() {
        KeyOwners owners = new KeyOwners(Set.of("media"), Set.of("database"));
        assertEquals(
                Optional.of("belongs to the core, and was asked for by feature 'media' or its adapter 'database'"),
                owners.guard("media", Set.of("database")).refusal("klinity.database.password"));
    }

    private static Optional<String> refusal(String key) {
        return OWNERS.guard("media", Set.of("s3")).refusal(key);
    }
}
