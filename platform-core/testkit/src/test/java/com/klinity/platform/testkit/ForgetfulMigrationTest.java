package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.embedded.DatabaseRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A migration that forgets any part of what keeps accounts apart stops the start, with a line that says which. */
@Tag("AC-1")
@Tag("AC-9")
class ForgetfulMigrationTest {

    @ParameterizedTest
    @EnumSource(Forgetting.class)
    void a_migration_that_forgets_stops_the_start(Forgetting forgetting) {
        MigratedDatabase database = MigratedDatabase.fresh();
        database.spoil(DatabaseRole.OWNER, forgetting.sql());
        assertEquals(
                forgetting.faults().stream().map(fault -> "database: " + fault).toList(), database.faults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create view things.mine with (security_invoker = on) as select * from things.things",
                "create index on things.things (text)",
                "create unique index on things.things (account_id, text)",
                """
                create function things.tidy() returns int language sql security definer return 1;
                revoke execute on function things.tidy from public
                """,
                """
                create policy less on things.things as restrictive using (text is not null)
                """
            })
    void what_keeps_accounts_apart_does_not_stop_it(String sql) {
        MigratedDatabase database = MigratedDatabase.fresh();
        database.spoil(DatabaseRole.OWNER, sql);
        assertEquals(List.of(), database.faults());
    }
}
