package com.klinity.distribution;

import static com.klinity.distribution.EveryFeature.SERVER;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.distribution.Catalogue.ForeignKey;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.spi.DataKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;

/** What the database itself does about each table of each feature, whatever the server above it does. */
class DatabaseIsolationTest {

    private static final String DENIED = "42501";
    private static final String REFERENCE_BROKEN = "23503";

    @BeforeAll
    static void settle() {
        TwoAccounts.settle();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static List<String> accountTables() {
        return Catalogue.accountTables();
    }

    static List<ForeignKey> foreignKeys() {
        return Catalogue.foreignKeys();
    }

    static List<String> clinicalTables() {
        return EveryFeature.declared(DataKind::phi);
    }

    @Test
    void each_table_that_a_feature_declares_is_among_those_asked_about() {
        assertTrue(Set.copyOf(accountTables()).containsAll(EveryFeature.declared(kind -> true)));
    }

    @ParameterizedTest
    @MethodSource("accountTables")
    @Tag("AC-1")
    void a_table_has_forced_row_level_security(String table) {
        assertTrue(Catalogue.holds(
                "select relrowsecurity and relforcerowsecurity from pg_class where oid = '" + table + "'::regclass"));
    }

    @ParameterizedTest
    @MethodSource("accountTables")
    @Tag("AC-1")
    void a_tables_primary_key_begins_with_the_account(String table) {
        assertTrue(Catalogue.holds("select a.attname = 'account_id' from pg_constraint k join pg_attribute a"
                + " on a.attrelid = k.conrelid and a.attnum = k.conkey[1]"
                + " where k.contype = 'p' and k.conrelid = '" + table + "'::regclass"));
    }

    @ParameterizedTest
    @MethodSource("accountTables")
    @Tag("AC-1")
    void without_a_scope_no_row_is_seen(String table) throws SQLException {
        assertTrue(Catalogue.holds("select count(*) >= 2 from " + table), "there are rows to see");
        try (Connection app = SERVER.connect(DatabaseRole.APP);
                Statement statement = app.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            assertFalse(rows.next());
        }
    }

    @ParameterizedTest
    @MethodSource("accountTables")
    @Tag("AC-1")
    void without_a_scope_no_row_is_written(String table) {
        String insert = SampleRow.of(table, TwoAccounts.ANA, UUID.randomUUID()).insert();
        assertEquals(DENIED, refusal(DatabaseRole.APP, insert).getSQLState());
    }

    @ParameterizedTest
    @MethodSource("foreignKeys")
    @Tag("AC-1")
    void a_reference_to_another_accounts_row_is_broken(ForeignKey key) {
        String crossing = reference(key, TwoAccounts.IDS_OF_ANA);
        PSQLException refused = refusal(DatabaseRole.SUPERUSER, crossing);
        assertEquals(REFERENCE_BROKEN, refused.getSQLState());
        assertEquals(
                key.name(),
                Objects.requireNonNull(refused.getServerErrorMessage()).getConstraint());
    }

    @ParameterizedTest
    @MethodSource("foreignKeys")
    void a_reference_to_a_row_of_the_same_account_is_not(ForeignKey key) {
        assertDoesNotThrow(() -> attempt(DatabaseRole.SUPERUSER, reference(key, TwoAccounts.IDS_OF_BEN)));
    }

    @ParameterizedTest
    @MethodSource("clinicalTables")
    @Tag("AC-3")
    @Tag("AC-9")
    void the_operator_has_no_right_on_patient_data(String table) {
        assertEquals(List.of(), rights(DatabaseRole.OPERATOR, table));
        assertEquals(
                DENIED, refusal(DatabaseRole.OPERATOR, "select * from " + table).getSQLState());
    }

    @ParameterizedTest
    @MethodSource("clinicalTables")
    @Tag("AC-3")
    @Tag("AC-9")
    void retention_has_no_right_on_patient_data(String table) {
        assertEquals(List.of(), rights(DatabaseRole.RETENTION, table));
        assertEquals(
                DENIED,
                refusal(DatabaseRole.RETENTION, "select * from " + table).getSQLState());
    }

    private static List<String> rights(DatabaseRole role, String table) {
        return Catalogue.rows(
                "select act from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references',"
                        + " 'trigger']) act where has_table_privilege('" + role.username() + "', '" + table + "', act)"
                        + " or act in ('select', 'insert', 'update', 'references') and has_any_column_privilege('"
                        + role.username() + "', '" + table + "', act)",
                row -> row.getString(1));
    }

    /** Ben's new row, which refers to a row with that id by that key and to rows of his own by the others. */
    private static String reference(ForeignKey key, UUID id) {
        SampleRow row = SampleRow.of(key.table(), TwoAccounts.BEN, UUID.randomUUID(), TwoAccounts.IDS_OF_BEN);
        for (String column : key.columns()) {
            row = row.with(column, id);
        }
        return row.insert();
    }

    private static PSQLException refusal(DatabaseRole role, String sql) {
        return assertThrows(PSQLException.class, () -> attempt(role, sql));
    }

    /** Does it and takes it back. */
    private static void attempt(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = SERVER.connect(role);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.rollback();
        }
    }
}
