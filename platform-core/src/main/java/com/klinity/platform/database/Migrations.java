package com.klinity.platform.database;

import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.StartFailure;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings each schema to the version its feature needs, as the owner role, each with a history of its own. */
public final class Migrations {

    /** What the core itself needs, applied first. */
    public static final Schema KERNEL =
            new Schema("platform", List.of("V1__kernel.sql", "V4__stream_watch.sql"), Migrations.class);

    private final DatabaseSettings settings;

    /** On that database. */
    public Migrations(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Applies what is missing.
     *
     * @throws StartFailure when a script fails or the history does not match
     */
    public void apply(List<Schema> schemas) {
        DatabaseSettings.Login owner = settings.owner().orElseThrow();
        for (Schema schema : schemas) {
            try {
                configured(schema, owner).load().migrate();
            } catch (FlywayException e) {
                throw new StartFailure("database schema '" + schema.name() + "': " + firstLine(e), e);
            }
        }
    }

    private FluentConfiguration configured(Schema schema, DatabaseSettings.Login owner) {
        return Flyway.configure(schema.owner().getClassLoader())
                .dataSource(settings.url(), owner.username(), owner.password().reveal())
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

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("unknown");
    }
}
