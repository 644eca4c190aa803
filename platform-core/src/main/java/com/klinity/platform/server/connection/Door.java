package com.klinity.platform.server.connection;

import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** The door of one listener: who is inside, for how long, and how many. Safe for many threads. */
public final class Door implements AutoCloseable {

    private static final long LOOK_AGAIN_NANOS = 100_000_000;

    private static final long FIRST_QUESTION_NANOS = 1_000_000_000;

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final DoorLimits limits;
    private final Set<Caller> inside = ConcurrentHashMap.newKeySet();
    private final Thread keeper;
    private volatile boolean draining;
    private volatile boolean closed;

    private Door(String name, DoorLimits limits) {
        this.limits = limits;
        this.keeper = Thread.ofPlatform().daemon().name(name + "-door").unstarted(this::keep);
    }

    /** The door of the listener for callers. */
    public static Door open(DoorLimits limits) {
        return open("server", limits);
    }

    /** The door of the listener for those who run the server, with less room. */
    public static Door ofManagement(DoorLimits limits) {
        return open("management", limits.ofManagement());
    }

    private static Door open(String name, DoorLimits limits) {
        Door door = new Door(name, limits);
        door.keeper.start();
        return door;
    }

    /** Puts the door before a listener. */
    public void guard(ListenerConfig.BuilderBase<?, ?> listener) {
        guard(listener, UnaryOperator.identity());
    }

    /**
     * Puts the door before a listener; everything that is checked here need not be checked there again.
     *
     * @param around what takes each connection before the door does
     */
    public void guard(ListenerConfig.BuilderBase<?, ?> listener, UnaryOperator<ServerConnectionSelector> around) {
        Http1Config http1 = Http1Config.builder()
                .maxPrologueLength(RequestHead.LONGEST)
                .maxHeadersSize(2 * RequestHead.LONGEST)
                .validateRequestHeaders(false)
                .validatePrologue(false)
                .validatePath(false)
                .sendKeepAliveHeader(false)
                .build();
        listener.protocolsDiscoverServices(false);
        listener.addConnectionSelector(around.apply(new DoorSelector(
                this, Http1ConnectionSelector.builder().config(http1).build())));
        listener.idleConnectionTimeout(NEVER); // the keeper knows better who is idle
        listener.maxTcpConnections(limits.connections());
        listener.connectionOptions(options -> options.tcpNoDelay(true));
    }

    DoorLimits limits() {
        return limits;
    }

    void entered(Caller caller) {
        inside.add(caller);
    }

    void left(Caller caller) {
        inside.remove(caller);
    }

    boolean isDraining() {
        return draining;
    }

    /** From now on each answer is the last of its connection. */
    public void drain() {
        draining = true;
    }

    /** Ends the connections that wait for a request, but those that have just come are let ask their first. */
    public void closeIdle() {
        long now = System.nanoTime();
        inside.forEach(caller -> {
            if (caller.isSilentFor(now, FIRST_QUESTION_NANOS)) {
                caller.reading().endIf(BoundedWait.For.GREETING);
            }
            caller.reading().endIf(BoundedWait.For.REQUEST);
        });
    }

    /** Connections that are open. */
    public int connections() {
        return inside.size();
    }

    private void keep() {
        while (!closed) {
            long now = System.nanoTime();
            inside.forEach(caller -> caller.endIfDue(now));
            Crowd.thin(List.copyOf(inside), limits.connections(), now);
            LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
        }
    }

    /** Stops looking after the connections. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(keeper);
    }
}
