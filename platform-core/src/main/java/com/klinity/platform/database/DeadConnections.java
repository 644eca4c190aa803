package com.klinity.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes the death of one connection for that of its neighbours: what cut one off has mostly cut off all, and whoever took
 * another would wait for it in vain. The idle ones of all pools are given up at once, those in use as soon as they come
 * back. Safe for many threads.
 */
public final class DeadConnections implements SQLExceptionOverride {

    private static final System.Logger LOG = System.getLogger(DeadConnections.class.getName());

    /** Connections that die together are noticed one by one; those made since the first are not to go as well. */
    private static final Duration TOGETHER = Duration.ofSeconds(2);

    /** By then whoever waits for another that died at the same time has been answered. */
    private static final Duration AFTERMATH = Patience.USUAL.silence().plusSeconds(1);

    /** The driver closed it before, and what made it do so was told then. */
    private static final String DOES_NOT_EXIST = "08003";

    private static final Set<String> OURS = Set.of("Closed by interrupt", "Socket closed");

    private static final long NEVER = Long.MIN_VALUE;

    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
    private final AtomicLong renewed = new AtomicLong(NEVER);
    private final AtomicLong silent = new AtomicLong(NEVER);

    /** None so far. */
    public DeadConnections() {}

    /** Gives up that pool's connections as well from now on. */
    void among(HikariDataSource pool) {
        pools.add(pool);
    }

    @java.lang.Override // the pool's own type of that name hides it
    public Override adjudicate(SQLException e) {
        if (lost(e)) {
            found(e);
        }
        return Override.CONTINUE_EVICT;
    }

    /** A connection was found dead. */
    void found(SQLException e) {
        long now = System.nanoTime();
        if (isSilence(e)) {
            silent.set(now);
        }
        long before = renewed.get();
        if (isOver(before, TOGETHER, now) && renewed.compareAndSet(before, now)) {
            LOG.log(System.Logger.Level.WARNING, "a connection to the database is lost: SQLSTATE {0}", e.getSQLState());
            pools.forEach(DeadConnections::renew);
        }
    }

    /** Whether requests may still be waiting for connections that died without a word. */
    public boolean isSilent() {
        return !isOver(silent.get(), AFTERMATH, System.nanoTime());
    }

    private static boolean isOver(long since, Duration time, long now) {
        return since == NEVER || now - since > time.toNanos();
    }

    private static void renew(HikariDataSource pool) {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null) { // it has begun
            connections.softEvictConnections();
        }
    }

    /**
     * PostgreSQL's manual, appendix A: connection exceptions, and a server that ends its sessions. What this server cut off
     * itself, such as a call that was interrupted or took too long, says nothing of the others.
     */
    static boolean lost(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return (state.startsWith("08") && !state.equals(DOES_NOT_EXIST) && !isOurDoing(e)) || state.startsWith("57P");
    }

    /** The JDK's words; it has no type for this. */
    private static boolean isOurDoing(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedChannelException
                    || (cause instanceof SocketException && OURS.contains(String.valueOf(cause.getMessage())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSilence(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
