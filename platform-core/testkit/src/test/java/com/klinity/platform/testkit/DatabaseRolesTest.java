package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.embedded.DatabaseRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A role that could do more than its work stops the start. */
@Tag("AC-1")
@Tag("AC-9")
class DatabaseRolesTest {

    /** Rights of the whole server, which every test gives back. */
    static final List<String> ATTRIBUTES = List.of(
            "superuser      | nosuperuser      | a superuser",
            "bypassrls      | nobypassrls      | able to bypass row-level security",
            "createrole     | nocreaterole     | able to make roles",
            "createdb       | nocreatedb       | able to make databases",
            "replication    | noreplication    | able to replicate");

    @Test
    void roles_as_they_should_be_start() {
        assertEquals(List.of(), MigratedDatabase.fresh().faults());
    }

    @ParameterizedTest
    @FieldSource("ATTRIBUTES")
    void the_app_role_has_no_attribute(String line) {
        refusedAttribute("klinity_app", line);
    }

    @ParameterizedTest
    @FieldSource("ATTRIBUTES")
    void the_operator_role_has_no_attribute(String line) {
        refusedAttribute("klinity_operator", line);
    }

    @ParameterizedTest
    @FieldSource("ATTRIBUTES")
    void the_retention_role_has_no_attribute(String line) {
        refusedAttribute("klinity_retention", line);
    }

    @ParameterizedTest
    @CsvSource({
        "klinity_app, pg_read_all_data",
        "klinity_app, pg_write_all_data",
        "klinity_app, pg_read_server_files",
        "klinity_app, pg_write_server_files",
        "klinity_app, pg_execute_server_program",
        "klinity_app, klinity_operator",
        "klinity_app, klinity_retention",
        "klinity_operator, pg_read_all_data",
        "klinity_operator, klinity_app",
        "klinity_operator, klinity_retention",
        "klinity_retention, pg_read_all_data",
        "klinity_retention, klinity_app"
    })
    void no_role_is_a_member_of_one_that_may_do_other_things(String role, String group) {
        List<String> faults = faultsWhile("grant " + group + " to " + role, "revoke " + group + " from " + role);
        assertTrue(faults.contains(mustNotBe(role, "a member of " + group)), faults::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"klinity_app", "klinity_operator", "klinity_retention"})
    void no_role_is_a_member_of_the_owner(String role) {
        List<String> faults = faultsWhile("grant klinity_owner to " + role, "revoke klinity_owner from " + role);
        assertTrue(faults.contains(mustNotBe(role, "an owner of tables")), faults::toString);
    }

    @Test
    void the_app_role_owns_no_table() {
        MigratedDatabase database = MigratedDatabase.fresh();
        database.spoil(DatabaseRole.SUPERUSER, "alter table things.things owner to klinity_app");
        assertTrue(database.faults().contains(mustNotBe("klinity_app", "an owner of tables")));
    }

    @ParameterizedTest
    @CsvSource({
        "klinity_app, things",
        "klinity_app, platform",
        "klinity_app, audit",
        "klinity_app, public",
        "klinity_operator, things",
        "klinity_retention, things"
    })
    void no_role_makes_things_in_a_schema(String role, String schema) {
        MigratedDatabase database = MigratedDatabase.fresh();
        database.spoil(DatabaseRole.SUPERUSER, "grant create on schema " + schema + " to " + role);
        assertEquals(List.of(mustNotBe(role, "able to make things in the schema " + schema)), database.faults());
    }

    @Test
    void the_app_role_makes_no_schemas() {
        MigratedDatabase database = MigratedDatabase.fresh();
        database.spoil(DatabaseRole.SUPERUSER, """
            do $$ begin execute format('grant create on database %I to klinity_app', current_database()); end $$
            """);
        assertEquals(List.of(mustNotBe("klinity_app", "able to make schemas")), database.faults());
    }

    private static void refusedAttribute(String role, String line) {
        String[] words = line.split("\\|", -1);
        List<String> faults = faultsWhile("alter role " + role + " " + words[0], "alter role " + role + " " + words[1]);
        assertTrue(faults.contains(mustNotBe(role, words[2].strip())), faults::toString);
    }

    private static List<String> faultsWhile(String given, String takenBack) {
        MigratedDatabase database = MigratedDatabase.fresh();
        database.spoil(DatabaseRole.SUPERUSER, given);
        try {
            return database.faults();
        } finally {
            database.spoil(DatabaseRole.SUPERUSER, takenBack);
        }
    }

    private static String mustNotBe(String role, String what) {
        return "database: the database role '" + role + "' must not be " + what + "; take that from it";
    }
}
