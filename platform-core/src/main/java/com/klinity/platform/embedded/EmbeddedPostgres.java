package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;

/**
 * A PostgreSQL server of our own, running on 127.0.0.1 until {@link #close()}. Every login needs its password.
 *
 * <p>The server has a session of its own: a Ctrl-C at the terminal does not reach it. When this process is killed, it
 * goes on running; the next start on the same data directory stops it and loses nothing.
 *
 * <p>Safe for use by several threads. Failures are {@link EmbeddedPostgresException}s.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final ServerProcess process;
    private final DirectoryLock lock;
    private final int port;
    private final Credentials credentials;
    private final Databases databases;
    private boolean closed;

    EmbeddedPostgres(
            ServerProcess process, DirectoryLock lock, int port, Credentials credentials, Databases databases) {
        this.process = process;
        this.lock = lock;
        this.port = port;
        this.credentials = credentials;
        this.databases = databases;
    }

    /**
     * Starts a server, after making everything that it needs on the first start. Blocks: typically some seconds when
     * binaries are unpacked, one for a new data directory, less for an existing one; more for a crash recovery.
     */
    public static EmbeddedPostgres start(EmbeddedPostgresSettings settings) {
        return new ServerStarter(settings, UnprivilegedIdentities::forRoot).start();
    }

    /** Returns the only address that the server listens on. */
    public String host() {
        return ServerConfiguration.HOST;
    }

    /** Returns the TCP port. */
    public int port() {
        return port;
    }

    /** Returns the JDBC address of a database, without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port + "/" + Databases.checked(database);
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

    /**
     * Closes the server also when this process ends in an orderly way. Only for callers without a shutdown of their own:
     * hooks run in no order, so the server may be gone before they have finished.
     */
    public EmbeddedPostgres closeOnShutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "embedded-postgres-shutdown"));
        return this;
    }

    /** Stops the server and blocks until it has ended. Connections are broken off. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = Thread.interrupted(); // which would break off the wait, and leave the server running
        try (lock) {
            process.stop();
        } catch (IOException e) {
            throw new EmbeddedPostgresException(Code.STOP_FAILED, "Cannot stop the embedded PostgreSQL: " + e, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
