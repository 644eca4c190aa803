package com.klinity.platform.server;

import com.klinity.platform.server.connection.Door;
import com.klinity.platform.server.connection.DoorLimits;

/**
 * The doors of both listeners.
 *
 * @param callers    for callers
 * @param management for those who run the server
 */
record Doors(Door callers, Door management) implements AutoCloseable {

    static Doors open(DoorLimits limits) {
        return new Doors(Door.open(limits), Door.ofManagement(limits));
    }

    @Override
    public void close() {
        callers.close();
        management.close();
    }
}
