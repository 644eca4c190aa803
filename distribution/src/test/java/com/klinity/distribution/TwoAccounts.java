package com.klinity.distribution;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Two accounts, each with one row in each table of accounts, whatever the table's own rules say. */
final class TwoAccounts {

    static final UUID ANA = UUID.randomUUID();
    static final UUID BEN = UUID.randomUUID();
    static final UUID IDS_OF_ANA = UUID.randomUUID();
    static final UUID IDS_OF_BEN = UUID.randomUUID();

    // Clinical rules are not what is asked here: neither triggers nor checks shall be why a statement fails.
    private static final String LIFT_RULES = """
        do $$
        declare rule record;
        begin
            for rule in select conrelid::regclass as tab, conname from pg_constraint
                where contype = 'c' and coninhcount = 0 and connamespace::regnamespace::text !~ '^(pg_|information_schema)'
            loop
                execute format('alter table %s drop constraint %I', rule.tab, rule.conname);
            end loop;
            for rule in select distinct tgrelid::regclass as tab from pg_trigger where not tgisinternal loop
                execute format('alter table %s disable trigger user', rule.tab);
            end loop;
        end $$
        """;

    private TwoAccounts() {}

    static void settle() {
        try (Connection connection = EveryFeature.SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(LIFT_RULES);
            statement.execute("set session_replication_role = replica"); // rows come in any order
            statement.execute("insert into identity.users (id) values ('" + ANA + "'), ('" + BEN + "')");
            for (String table : Catalogue.accountTables()) {
                statement.execute(SampleRow.of(table, ANA, IDS_OF_ANA).insert());
                statement.execute(SampleRow.of(table, BEN, IDS_OF_BEN).insert());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
