package com.klinity.platform.testkit;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that answers but takes no audit entries, until closed. */
final class AuditOutage implements AutoCloseable {

    private final Connection superuser;
    private final String end;

    private AuditOutage(Connection superuser, String end) {
        this.superuser = superuser;
        this.end = end;
    }

    /** Why it takes none. */
    enum Cause {
        THE_FUNCTION_IS_REVOKED(
                "revoke execute on function audit.append from klinity_app",
                "grant execute on function audit.append to klinity_app"),
        /** No row gets in, as on the full disk of {@link FullDiskTest}, but where no disk can be mounted as well. */
        THE_TABLE_TAKES_NO_ROW(
                "alter table audit.entries add constraint no_space check (false) not valid",
                "alter table audit.entries drop constraint no_space"),
        THE_HEADS_ARE_LOCKED("begin; lock table audit.heads in access exclusive mode", "rollback"),
        THE_ENTRIES_ARE_LOCKED("begin; lock table audit.entries in share mode", "rollback");

        private final String begin;
        private final String end;

        Cause(String begin, String end) {
            this.begin = begin;
            this.end = end;
        }
    }

    static AuditOutage of(TestServer server, Cause cause) throws SQLException {
        return begin(server, cause.begin, cause.end);
    }

    /** Another session extends that account's chain and does not come to an end. */
    static AuditOutage ofChain(TestServer server, Practitioner practitioner) throws SQLException {
        String begin = "begin; update audit.heads set sequence = sequence where account_id = '%s'"
                .formatted(practitioner.account());
        return begin(server, begin, "rollback");
    }

    /** Entries take longer than anybody waits for them, though nothing refuses them. */
    static AuditOutage ofSlowness(TestServer server) throws SQLException {
        return begin(
                server,
                "create function audit.slow() returns trigger language plpgsql as 'begin perform pg_sleep(13); return"
                        + " new; end'; create trigger slow before insert on audit.entries for each row execute function"
                        + " audit.slow()",
                "drop function audit.slow cascade");
    }

    /** Whether somebody waits for such an entry just now. */
    boolean isSlow() {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event = 'PgSleep'")) {
            row.next();
            return row.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AuditOutage begin(TestServer server, String begin, String end) throws SQLException {
        AuditOutage outage = new AuditOutage(server.connect(DatabaseRole.SUPERUSER), end);
        outage.run(begin);
        return outage;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        run(end);
        superuser.close();
    }
}
