package com.klinity.platform.database;

import com.klinity.platform.spi.FeatureModule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Reads the database's own catalogue at each start and tells every way in which it would not keep accounts apart: roles
 * that are more than they should be, tables without forced row-level security, keys that do not begin with the account.
 */
public final class CatalogueCheck {

    private static final String ROLE_FAULTS = """
        select 'the database role ''' || rolname || ''' must not be ' || excess || ': requests would not be held by'
            || ' row-level security' as fault
        from pg_roles, unnest(array[
            case when rolsuper then 'a superuser' end,
            case when rolbypassrls then 'able to bypass row-level security' end,
            case when rolcreaterole then 'able to make roles' end,
            case when pg_has_role(rolname, 'pg_read_all_data', 'member')
                or pg_has_role(rolname, 'pg_write_all_data', 'member') then 'a member of pg_*_all_data' end,
            case when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relowner = pg_roles.oid and n.nspname = any (?)) then 'the owner of a table' end
            ]) as excess
        where rolname = current_user and excess is not null
        """;

    /** The kernel's own tables, which the platform checks by hand: their keys are the account, or they hold none. */
    private static final String TABLE_FAULTS = """
        with account_table as (
            select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname = any (?) and c.relname <> 'schema_history'
                and n.nspname || '.' || c.relname not in
                    ('identity.users', 'platform.jobs', 'platform.core_keys', 'platform.seal_secret')
        ), fault as (
            select name || ' has no column account_id uuid not null' as fault from account_table t
            where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'account_id'
                and a.atttypid = 'uuid'::regtype and a.attnotnull and not a.attisdropped)
            union all
            select name || ' has no forced row-level security' from account_table
            where not (relrowsecurity and relforcerowsecurity)
            union all
            select name || ' has no policy that compares account_id with the current account' from account_table t
            where not exists (select from pg_policy p where p.polrelid = t.oid
                and pg_get_expr(p.polqual, p.polrelid) = '(account_id = ( SELECT platform.current_account() AS current_account))'
                and pg_get_expr(p.polwithcheck, p.polrelid) = '(account_id = ( SELECT platform.current_account() AS current_account))')
            union all
            select name || ' has a policy that admits more than the current account: ' || p.polname
            from account_table t join pg_policy p on p.polrelid = t.oid
            where p.polpermissive and 0 = any (p.polroles)
                and coalesce(pg_get_expr(p.polqual, p.polrelid), '(account_id = ( SELECT platform.current_account() AS current_account))')
                    <> '(account_id = ( SELECT platform.current_account() AS current_account))'
            union all
            select name || ': the key ' || k.conname || ' does not begin with account_id'
            from account_table t join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'x')
            where k.conkey[1] <> (select a.attnum from pg_attribute a
                where a.attrelid = t.oid and a.attname = 'account_id')
            union all
            select name || ' has no primary key' from account_table t
            where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')
            union all
            select name || ': the unique index ' || i.indexrelid::regclass || ' does not begin with account_id'
            from account_table t join pg_index i on i.indrelid = t.oid and i.indisunique
            where i.indkey[0] <> (select a.attnum from pg_attribute a
                where a.attrelid = t.oid and a.attname = 'account_id')
        )
        select fault from fault order by fault
        """;

    /** Of features; the kernel's own table in the schema of one of them is the kernel's to declare. */
    private static final String TABLES = """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname = any (?) and c.relname <> 'schema_history'
            and n.nspname || '.' || c.relname <> 'identity.users'
        """;

    private final DataSource pool;

    /** On connections of the app role. */
    public CatalogueCheck(DataSource pool) {
        this.pool = pool;
    }

    /** One line a fault; empty when the database keeps accounts apart. */
    public List<String> faults(List<String> schemas) {
        try (Connection connection = pool.getConnection()) {
            List<String> faults = new ArrayList<>(ask(connection, ROLE_FAULTS, schemas));
            faults.addAll(ask(connection, TABLE_FAULTS, schemas));
            connection.rollback();
            return faults.stream().map(fault -> "database: " + fault).toList();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** One line a table of a feature's schema that none of its kinds of data names. */
    public List<String> undeclared(List<FeatureModule> features) {
        List<String> schemas =
                features.stream().map(feature -> feature.schema().name()).toList();
        Set<String> declared = features.stream()
                .flatMap(feature -> feature.data().stream())
                .flatMap(kind -> kind.tables().stream())
                .collect(Collectors.toSet());
        try (Connection connection = pool.getConnection()) {
            List<String> tables = ask(connection, TABLES, schemas);
            connection.rollback();
            return tables.stream()
                    .filter(table -> !declared.contains(table))
                    .map(table -> "database: " + table + " is named by no kind of data; declare how long it is kept")
                    .toList();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static List<String> ask(Connection connection, String sql, List<String> schemas) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            List<String> faults = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    faults.add(rows.getString(1));
                }
            }
            return faults;
        }
    }
}
