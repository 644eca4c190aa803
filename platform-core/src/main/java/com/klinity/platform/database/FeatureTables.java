package com.klinity.platform.database;

import com.klinity.platform.spi.AfterDeletion;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.FeatureModule;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down which feature answers for which table, as the owner role. */
public final class FeatureTables {

    private static final String FORGET = "delete from platform.feature_tables where feature = any (?)";

    private static final String RECORD = """
        insert into platform.feature_tables (table_name, feature, place, kind, phi, retention, kept)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (table_name) do update set feature = excluded.feature, place = excluded.place, kind = excluded.kind,
            phi = excluded.phi, retention = excluded.retention, kept = excluded.kept
        """;

    private FeatureTables() {}

    /**
     * Replaces what these features declared before. What others declared stays.
     *
     * @param features each after those it builds on
     */
    public static void record(DatabaseSettings settings, List<FeatureModule> features) {
        DatabaseSettings.Login owner = settings.owner().orElseThrow();
        try (Connection connection = DriverManager.getConnection(
                settings.url(), owner.username(), owner.password().reveal())) {
            connection.setAutoCommit(false);
            try (Transaction transaction = new Transaction(connection)) {
                forget(connection, features);
                record(connection, features);
                transaction.commit();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void forget(Connection connection, List<FeatureModule> features) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            Object[] names = features.stream().map(FeatureModule::name).toArray();
            forget.setArray(1, connection.createArrayOf("text", names));
            forget.executeUpdate();
        }
    }

    private static void record(Connection connection, List<FeatureModule> features) throws SQLException {
        try (PreparedStatement record = connection.prepareStatement(RECORD)) {
            int place = 0;
            for (FeatureModule feature : features) {
                for (DataKind kind : feature.data()) {
                    for (String table : kind.tables()) {
                        add(record, feature, kind, table, place++);
                    }
                }
            }
            record.executeBatch();
        }
    }

    private static void add(PreparedStatement record, FeatureModule feature, DataKind kind, String table, int place)
            throws SQLException {
        record.setString(1, table);
        record.setString(2, feature.name());
        record.setInt(3, place);
        record.setString(4, kind.name());
        record.setBoolean(5, kind.phi());
        record.setString(6, kind.retention());
        record.setString(7, kept(kind));
        record.addBatch();
    }

    private static @Nullable String kept(DataKind kind) {
        return switch (kind.afterDeletion()) {
            case AfterDeletion.Erased _ -> null;
            case AfterDeletion.Kept(String reason) -> reason;
        };
    }
}
