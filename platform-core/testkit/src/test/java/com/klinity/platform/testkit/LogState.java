package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The whole log, each row with the transaction that wrote it, and everything in the catalogue that guards it. */
final class LogState {

    private static final List<String> QUERIES = List.of(
            "select xmin || ' ' || ctid || ' ' || e from audit.entries e order by account_id, sequence",
            "select xmin || ' ' || ctid || ' ' || h from audit.heads h order by account_id",
            "select xmin || ' ' || c from audit.checkpoints c order by number",
            "select xmin || ' ' || h from audit.checkpoint_heads h order by account_id, checkpoint",
            "select xmin || ' ' || b from audit.bases b order by account_id",
            "select xmin || ' ' || t from audit.checkpoint_turns t",
            "select xmin || ' ' || k from platform.core_keys k order by verifier",
            "select xmin || ' ' || s from platform.seal_secret s",
            "select p::text from pg_proc p"
                    + " where pronamespace in ('audit'::regnamespace, 'platform'::regnamespace) order by oid",
            "select xmin || ' ' || polname from pg_policy order by oid",
            "select xmin || ' ' || tgname from pg_trigger order by oid",
            "select xmin || ' ' || rulename from pg_rewrite order by oid",
            "select n::text from pg_namespace n order by oid",
            "select xmin || ' ' || rolname from pg_authid order by oid",
            "select xmin || ' ' || m from pg_auth_members m order by 1",
            "select xmin || ' ' || d from pg_default_acl d order by 1",
            "select setrole || ' ' || setconfig::text from pg_db_role_setting order by 1",
            // A vacuum writes its counts into these rows.
            "select concat_ws(' ', relname, relnamespace, relowner, relacl, relrowsecurity, relforcerowsecurity,"
                    + " relkind, relpersistence, relhastriggers, relhasrules, relnatts, relchecks, reloptions)"
                    + " from pg_class where relnamespace in ('audit'::regnamespace, 'public'::regnamespace)"
                    + " order by oid",
            "select xmin || ' ' || attname from pg_attribute where attrelid in (select oid"
                    + " from pg_class where relnamespace = 'audit'::regnamespace) order by attrelid, attnum",
            "select xmin || ' ' || conname from pg_constraint order by oid");

    private LogState() {}

    /** As the superuser reads it, who sees every row. */
    static List<String> of(TestServer server) throws SQLException {
        List<String> state = new ArrayList<>();
        try (Connection superuser = server.connect(DatabaseRole.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            for (String query : QUERIES) {
                try (ResultSet row = statement.executeQuery(query)) {
                    while (row.next()) {
                        state.add(row.getString(1));
                    }
                }
            }
        }
        return state;
    }
}
