package com.klinity.platform.database;

import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.StartFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings each schema to the version its feature needs, as the owner role, each with a history of its own. */
public final class Migrations {

    /** What the core itself needs, applied first. */
    public static final Schema KERNEL = new Schema(
            "platform",
            List.of(
                    "V1__kernel.sql",
                    "V2__sealed_scope.sql",
                    "V3__account_erasure.sql",
                    "V4__stream_watch.sql",
                    "V5__checkpoints.sql",
                    "V6__emergency_access.sql",
                    "V7__audit_retention.sql",
                    "V8__checkpoint_turns.sql",
                    "V9__review_ids.sql",
                    "V10__entry_checks.sql",
                    "V11__erasure.sql",
                    "V12__account_through_functions.sql",
                    "V13__fair_jobs.sql",
                    "V14__told_changes.sql",
                    "V15__claimed_keys.sql",
                    "V16__remembered_requests.sql",
                    "V17__account_region.sql",
                    "V18__uncompiled_turns.sql"),
            Migrations.class);

    /** The key before this one stays good for servers that have not been restarted yet. */
    private static final String REGISTER = """
        with known as (
            insert into platform.core_keys (verifier) values (?) on conflict do nothing returning verifier)
        delete from platform.core_keys where exists (select from known) and registered_at <
            (select max(registered_at) from platform.core_keys)
        """;

    private static final Map<String, String> PROPERTIES = Patience.OF_COMMANDS.ofCommand().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    property -> (String) property.getKey(), property -> (String) property.getValue()));

    private final DatabaseSettings settings;

    /** On that database. */
    public Migrations(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Applies what is missing, and lets the core's key of today open accounts.
     *
     * @throws StartFailure when a script fails or the history does not match
     */
    public void apply(List<Schema> schemas) {
        DatabaseSettings.Login owner = settings.owner().orElseThrow();
        for (Schema schema : schemas) {
            try {
                configured(schema, owner).load().migrate();
            } catch (FlywayException e) {
                throw new StartFailure("database schema '" + schema.name() + "': " + MigrationFault.told(e), e);
            }
        }
        register(owner);
    }

    private void register(DatabaseSettings.Login owner) {
        try (Connection connection = owner.connect(settings.url());
                PreparedStatement register = connection.prepareStatement(REGISTER)) {
            register.setBytes(1, settings.coreKey().verifier());
            register.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private FluentConfiguration configured(Schema schema, DatabaseSettings.Login owner) {
        return Flyway.configure(schema.owner().getClassLoader())
                .dataSource(settings.url(), owner.username(), owner.password().reveal())
                .jdbcProperties(PROPERTIES)
                .schemas(schema.name())
                .defaultSchema(schema.name())
                .createSchemas(true)
                .table("schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .resourceProvider(new SchemaScripts(schema))
                .javaMigrationClassProvider(List::of)
                .loggers("slf4j")
                .placeholders(Map.of(
                        "app", settings.app().username(),
                        "operator", Roles.OPERATOR,
                        "retention", Roles.RETENTION));
    }
}
