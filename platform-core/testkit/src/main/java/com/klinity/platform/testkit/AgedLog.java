package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Makes an account's audit log as it would be had its entries been written years ago; past the server, as the superuser. */
public final class AgedLog {

    /** What the clock would have given, and the hashes that follow from it, by the database's own function. */
    private static final String AGE = """
        do $$
        declare
            ages  constant interval[] := '{AGES}';
            entry audit.entries;
            chain bytea := decode(repeat('00', 32), 'hex');
        begin
            for entry in select e.* from audit.entries e where e.account_id = 'ACCOUNT' order by e.sequence loop
                entry.occurred_at := coalesce(
                    (now() at time zone 'UTC' - ages[entry.sequence]) at time zone 'UTC', entry.occurred_at);
                entry.hash := audit.link(chain, entry);
                chain := entry.hash;
                update audit.entries e set occurred_at = entry.occurred_at, hash = entry.hash
                where e.account_id = entry.account_id and e.sequence = entry.sequence;
            end loop;
            update audit.heads h set hash = chain where h.account_id = 'ACCOUNT';
        end $$
        """;

    private AgedLog() {}

    /**
     * Sets the times of entries that no checkpoint has yet.
     *
     * @param ages of the entries, the first one first, such as {@code 6 years 1 day}; {@code null} for one to leave alone,
     *     as all beyond are
     */
    public static void of(TestServer server, UUID account, String... ages) {
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            statement.execute(AGE.replace("ACCOUNT", account.toString()).replace("AGES", String.join(",", ages)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
