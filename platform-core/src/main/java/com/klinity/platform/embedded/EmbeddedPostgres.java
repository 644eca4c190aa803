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
    private final PostgresCluster cluster;
    private boolean closed;

    EmbeddedPostgres(ServerProcess process, DirectoryLock lock, PostgresCluster cluster) {
        this.process = process;
        this.lock = lock;
        this.cluster = cluster;
    }

    /**
     * Starts a server, after making everything that it needs on the first start. Blocks: typically some seconds when
     * binaries are unpacked, one for a new data directory, less for an existing one; more for a crash recovery.
     */
    public static EmbeddedPostgres start(EmbeddedPostgresSettings settings) {
        return new ServerStarter(settings, UnprivilegedIdentities::forRoot).start();
    }

    /** Returns its roles and databases. It listens on no other address than theirs. */
    public PostgresCluster cluster() {
        return cluster;
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
