package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.StartFailure;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stops a start, and in which words. */
class StartTest {

    @Test
    @Tag("AC-1")
    void a_table_that_does_not_keep_accounts_apart() {
        List<String> faults = faults(TestServer.of(new Loose(List.of("loose.things"))));
        assertTrue(faults.contains("database: loose.things has no forced row-level security"), faults::toString);
        assertTrue(
                faults.contains("database: loose.things: the key things_pkey does not begin with account_id"),
                faults::toString);
    }

    @Test
    void a_table_that_no_kind_of_data_names() {
        List<String> faults = faults(TestServer.of(new Loose(List.of())));
        assertTrue(
                faults.contains("database: loose.things is named by no kind of data; declare how long it is kept"),
                faults::toString);
    }

    @Test
    void every_fault_of_the_settings_at_once() {
        TestServer.Builder server = TestServer.of(new NotesModule())
                .setting("klinity.server.port", "many")
                .setting("klinity.sever.host", "x")
                .setting("klinity.database.pool-size", "0");
        assertEquals(
                List.of(
                        "klinity.server.port: must be a whole number from 0 to 65535",
                        "klinity.database.pool-size: must be a whole number from 2 to 500",
                        "klinity.sever.host: is not a setting of this server; check its spelling"),
                faults(server));
    }

    @Test
    void two_features_of_one_name() {
        assertEquals(
                List.of("feature 'notes' is there twice; remove one of its jars"),
                faults(TestServer.of(new NotesModule(), new NotesModule())));
    }

    @Test
    void a_database_that_does_not_let_the_server_in() {
        List<String> faults = faults(TestServer.of(new NotesModule()).setting("klinity.database.password", "wrong"));
        assertTrue(
                faults.getFirst().startsWith("klinity.database.url: no connection as 'klinity_app'"), faults::toString);
    }

    @Test
    @Tag("AC-9")
    void a_core_secret_that_is_the_app_roles_password_or_short() {
        String fault =
                "klinity.database.core-secret: must have 32 characters or more, and not be the app role's password";
        String long32 = "x".repeat(32);
        assertEquals(
                List.of(fault),
                faults(TestServer.of(new NotesModule())
                        .setting("klinity.database.password", long32)
                        .setting("klinity.database.core-secret", long32)));
        assertEquals(
                List.of(fault),
                faults(TestServer.of(new NotesModule()).setting("klinity.database.core-secret", "short")));
    }

    @Test
    @Tag("AC-9")
    void a_core_secret_that_is_missing_where_no_owner_is_named() {
        List<String> faults = faults(TestServer.of(new NotesModule()).setting("klinity.database.owner.username", ""));
        assertTrue(
                faults.stream().anyMatch(fault -> fault.startsWith("klinity.database.core-secret: is missing")),
                faults::toString);
    }

    private static List<String> faults(TestServer.Builder server) {
        return assertThrows(StartFailure.class, server::start).faults();
    }

    /** A feature whose migration forgets the policy. */
    private record Loose(List<String> declared) implements FeatureModule {

        @Override
        public String name() {
            return "loose";
        }

        @Override
        public int platformVersion() {
            return Platform.SPI_VERSION;
        }

        @Override
        public Schema schema() {
            return new Schema(name(), List.of("V1__loose.sql"), Loose.class);
        }

        @Override
        public List<DataKind> data() {
            return List.of(new DataKind("Things", true, "For ever", declared));
        }

        @Override
        public Feature open(FeatureContext context) {
            return routes -> {};
        }
    }
}
