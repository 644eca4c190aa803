package com.klinity.platform.database;

import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.AfterDeletion;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.FeatureModule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A feature that is not loaded and whose tables are still there.
 *
 * @param name   its name; that of the schema where nobody wrote it down
 * @param kinds  of data, in an order in which their rows can be deleted
 * @param filled how many of its tables hold rows, or have held some
 */
public record RetiredFeature(String name, List<DataKind> kinds, int filled) {

    private static final CatalogueQuery TABLES = CatalogueQuery.read("retired-tables.sql");

    /** Copies the list. */
    public RetiredFeature {
        kinds = List.copyOf(kinds);
    }

    /**
     * Those that there are; what others build on comes last.
     *
     * @param pool   connections of the app role
     * @param loaded the features of this server
     */
    public static List<RetiredFeature> beside(DataSource pool, List<FeatureModule> loaded) {
        List<String> declared = loaded.stream()
                .flatMap(feature -> feature.data().stream())
                .flatMap(kind -> kind.tables().stream())
                .toList();
        List<String> schemas =
                loaded.stream().map(feature -> feature.schema().name()).toList();
        try (Connection connection = pool.getConnection();
                Transaction transaction = new Transaction(connection)) {
            List<Table> tables = new JdbcStatement(new TransactionLane(connection), new JacksonJson(), TABLES.sql())
                    .set("declared", declared)
                    .set("schemas", schemas)
                    .list(Table::of);
            transaction.commit();
            return features(ForeignKeyOrder.of(tables));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Why a server must not start without it, in one line. */
    public String fault() {
        return "feature '" + name + "' was taken out, and " + filled + " of its tables hold data that no deletion of an"
                + " account would reach; install it again, or name it in klinity.features.retired, and its rows are"
                + " erased with their accounts";
    }

    /** Its schemas. */
    public List<String> schemas() {
        return kinds.stream()
                .flatMap(kind -> kind.tables().stream())
                .map(table -> table.substring(0, table.indexOf('.')))
                .distinct()
                .toList();
    }

    private static List<RetiredFeature> features(List<Table> ordered) {
        Map<String, List<Table>> byFeature = new LinkedHashMap<>();
        ordered.forEach(table -> byFeature
                .computeIfAbsent(table.feature(), name -> new ArrayList<>())
                .add(table));
        return byFeature.entrySet().stream()
                .map(feature -> new RetiredFeature(feature.getKey(), kinds(feature.getValue()), (int)
                        feature.getValue().stream().filter(Table::filled).count()))
                .toList();
    }

    /** One of each table, since kinds may refer to each other both ways. */
    private static List<DataKind> kinds(List<Table> tables) {
        return tables.stream()
                .map(table -> new DataKind(
                        table.kind() + " (" + table.name() + ")",
                        table.phi(),
                        table.retention(),
                        List.of(table.name()),
                        table.kept().isEmpty() ? new AfterDeletion.Erased() : new AfterDeletion.Kept(table.kept())))
                .toList();
    }
}
