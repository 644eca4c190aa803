package com.klinity.distribution;

import com.klinity.platform.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database of {@link EveryFeature} says of itself. */
final class Catalogue {

    /** Jobs belong to no account: each server must see each of them. */
    private static final String ACCOUNT_TABLES = """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname || '.' || c.relname <> 'platform.jobs' and exists (
            select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped)
        order by 1
        """;

    private static final String FOREIGN_KEYS = """
        select k.conname, k.conrelid::regclass, string_agg(a.attname, ',' order by a.attnum)
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.contype = 'f' and k.conparentid = 0 and a.attname <> 'account_id' and exists (
            select from pg_attribute r where r.attrelid = k.confrelid and r.attname = 'account_id')
        group by k.oid, k.conname, k.conrelid order by 2, 1
        """;

    private static final String COLUMNS = """
        select a.attname, format_type(a.atttypid, null),
            a.attnotnull or refers, not refers and exists (select from pg_constraint k
                where k.conrelid = a.attrelid and k.contype = 'p' and a.attnum = any (k.conkey))
        from pg_attribute a, lateral (select exists (select from pg_constraint k
            where k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any (k.conkey)) as refers) f
        where a.attrelid = ':table'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum
        """;

    private Catalogue() {}

    /** A column, whether a row needs a value there, and whether that tells the row from its account's others. */
    record Column(String name, String type, boolean needed, boolean identifying) {}

    /** A reference from one account's row to another row of the same account, by the columns beside the account. */
    record ForeignKey(String name, String table, List<String> columns) {
        @Override
        public String toString() {
            return table + " " + name;
        }
    }

    static List<String> accountTables() {
        return rows(ACCOUNT_TABLES, row -> row.getString(1));
    }

    static List<ForeignKey> foreignKeys() {
        return rows(
                FOREIGN_KEYS,
                row -> new ForeignKey(
                        row.getString(1),
                        row.getString(2),
                        List.of(row.getString(3).split(",", -1))));
    }

    static List<Column> columns(String table) {
        return rows(
                COLUMNS.replace(":table", table),
                row -> new Column(row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4)));
    }

    static boolean holds(String question) {
        return rows(question, row -> row.getBoolean(1)).equals(List.of(true));
    }

    /** What one row of an answer is turned into. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> rows(String sql, RowReader<T> reader) {
        try (Connection connection = EveryFeature.SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
