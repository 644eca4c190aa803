package com.klinity.platform.embedded;

/**
 * The roles and databases of a running PostgreSQL server, whoever runs it. Safe for use by several threads; blocks on
 * the server. Failures are {@link EmbeddedPostgresException}s.
 */
public final class PostgresCluster {

    private final SuperuserConnections connections;
    private final Credentials credentials;
    private final Databases databases;

    private PostgresCluster(SuperuserConnections connections, Credentials credentials) {
        this.connections = connections;
        this.credentials = credentials;
        this.databases = new Databases(connections);
    }

    /** Gives every role its rights and a password of the moment, in a server that knows its superuser alone. */
    public static PostgresCluster prepare(String host, int port, RoleCredentials superuser) {
        return prepare(host, port, Credentials.random().with(DatabaseRole.SUPERUSER, superuser));
    }

    /** Gives every role its rights and that password. */
    static PostgresCluster prepare(String host, int port, Credentials credentials) {
        SuperuserConnections connections =
                new SuperuserConnections(host, port, credentials.get(DatabaseRole.SUPERUSER));
        new RoleBootstrap(connections, credentials).run();
        return new PostgresCluster(connections, credentials);
    }

    /** Returns the server's address. */
    public String host() {
        return connections.host();
    }

    /** Returns the TCP port. */
    public int port() {
        return connections.port();
    }

    /** Returns the JDBC address of a database, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + Databases.checked(database);
    }

    /** Returns the login of a role. */
    public RoleCredentials credentials(DatabaseRole role) {
        return credentials.get(role);
    }

    /** Creates an empty database that the owner role owns, and returns its JDBC address. Blocks some 50 ms. */
    public String createDatabase(String name) {
        return createDatabase(name, Databases.DEFAULT_TEMPLATE);
    }

    /**
     * Creates a database as a copy of another one of this server, and returns its JDBC address.
     *
     * @param template database to copy; nobody may be connected to it
     */
    public String createDatabase(String name, String template) {
        databases.create(name, template);
        return jdbcUrl(name);
    }

    /** Drops a database, breaking off its connections; does nothing if there is none of that name. */
    public void dropDatabase(String name) {
        databases.drop(name);
    }
}
