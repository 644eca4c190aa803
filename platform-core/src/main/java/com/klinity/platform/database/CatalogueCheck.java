package com.klinity.platform.database;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.FeatureModule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Reads the database's own catalogue at each start and tells every way in which it would not keep accounts apart: roles
 * that are more than they should be, tables without forced row-level security, keys that do not begin with the account,
 * ways around a table's rows.
 */
public final class CatalogueCheck {

    /** What the policy of each account's table says, as PostgreSQL prints it. */
    private static final String RULE = "(account_id = ( SELECT platform.current_account() AS current_account))";

    /** The kernel's own tables whose key is the account, or that hold no account's content. */
    private static final List<String> KERNEL_TABLES = List.of(
            "audit.checkpoint_turns",
            "audit.checkpoints",
            "audit.emergency_access",
            "audit.emergency_access_reviews",
            "identity.users",
            "platform.jobs",
            "platform.core_keys",
            "platform.feature_tables",
            "platform.seal_secret");

    /**
     * The kernel's own functions that run with the owner's rights and that the app role may call: they ask for the key, or
     * tell nothing of an account but a state or a number.
     */
    private static final List<String> KERNEL_FUNCTIONS = List.of(
            "audit.append",
            "audit.begin_checkpoint",
            "audit.checkpoint_leaves",
            "audit.checkpoint_lines",
            "audit.heads_to_witness",
            "audit.keep_checkpoint",
            "audit.overdue_emergency_reviews",
            "audit.witnessed",
            "identity.hold_account",
            "identity.remember_email",
            "identity.sign_out",
            "platform.bury_account",
            "platform.enter",
            "platform.enter_core",
            "platform.revoked_among",
            "platform.subject",
            "platform.suspended_among",
            "platform.forget_requests");

    private static final List<String> OTHER_ROLES = List.of(Roles.OPERATOR, Roles.RETENTION);

    private static final CatalogueQuery ROLES = CatalogueQuery.read("catalogue-roles.sql");
    private static final CatalogueQuery TABLES = CatalogueQuery.read("catalogue-tables.sql");
    private static final CatalogueQuery WAYS_AROUND = CatalogueQuery.read("catalogue-ways-around.sql");
    private static final CatalogueQuery CLINICAL = CatalogueQuery.read("catalogue-clinical.sql");
    private static final CatalogueQuery NAMES = CatalogueQuery.read("catalogue-names.sql");

    private final DataSource pool;

    /** On connections of the app role. */
    public CatalogueCheck(DataSource pool) {
        this.pool = pool;
    }

    /**
     * One line a fault; empty when the database keeps accounts apart.
     *
     * @param schemas those of the kernel and of the features
     */
    public List<String> faults(List<String> schemas, List<FeatureModule> features) {
        Map<String, Object> given = Map.of(
                "schemas", schemas,
                "rule", RULE,
                "kernel", KERNEL_TABLES,
                "functions", KERNEL_FUNCTIONS,
                "roles", OTHER_ROLES,
                "clinical", tables(features, DataKind::phi).toList());
        return ask(given, List.of(ROLES, TABLES, WAYS_AROUND, CLINICAL)).stream()
                .map(fault -> "database: " + fault)
                .toList();
    }

    /** One line a table of a feature's schema that none of its kinds of data names. */
    public List<String> undeclared(List<FeatureModule> features) {
        List<String> schemas =
                features.stream().map(feature -> feature.schema().name()).toList();
        Set<String> declared = Set.copyOf(tables(features, kind -> true).toList());
        return ask(Map.of("schemas", schemas, "kernel", KERNEL_TABLES), List.of(NAMES)).stream()
                .filter(table -> !declared.contains(table))
                .map(table -> "database: " + table + " is named by no kind of data; declare how long it is kept")
                .toList();
    }

    private static Stream<String> tables(List<FeatureModule> features, Predicate<DataKind> which) {
        return features.stream()
                .flatMap(feature -> feature.data().stream())
                .filter(which)
                .flatMap(kind -> kind.tables().stream());
    }

    private List<String> ask(Map<String, Object> given, List<CatalogueQuery> queries) {
        try (Connection connection = pool.getConnection();
                Transaction transaction = new Transaction(connection)) {
            List<String> lines = new ArrayList<>();
            for (CatalogueQuery query : queries) {
                lines.addAll(query.ask(connection, given));
            }
            transaction.commit();
            return lines;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
