open module flyway.database.postgresql {
    requires transitive flyway.core;

    provides org.flywaydb.core.extensibility.Plugin with
            org.flywaydb.database.postgresql.PostgreSQLDatabaseType,
            org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension,
            org.flywaydb.database.postgresql.authentication.PostgreSQLExternalAuthSupportStub;
}
