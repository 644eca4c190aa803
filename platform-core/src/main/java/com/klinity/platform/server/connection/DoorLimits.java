package com.klinity.platform.server.connection;

import com.klinity.platform.spi.Settings;
import java.time.Duration;

/**
 * How long callers are waited for, and how many there may be.
 *
 * @param connections open at once
 * @param head        from a connection's beginning, or the first byte of a later request, to the end of its head
 * @param idle        between an answer and the next request
 * @param pause       between two pieces of a body; also what a body may take beyond what its length allows
 * @param rate        least bytes a second of a body, over the time that the server waits for it
 * @param reader      for a caller to take 64 KiB of an answer
 */
public record DoorLimits(int connections, Duration head, Duration idle, Duration pause, int rate, Duration reader) {

    private static final int MOST_CONNECTIONS = 100_000;
    private static final int OF_MANAGEMENT = 128;

    /** Reads the settings; faults are noted there. */
    public static DoorLimits read(Settings settings, boolean tls) {
        int room = Capacity.ofThisProcess().connections(tls);
        return new DoorLimits(
                settings.integer("klinity.server.connections", room, 1, Math.min(MOST_CONNECTIONS, Capacity.handles())),
                settings.duration("klinity.server.head-timeout", Duration.ofSeconds(15)),
                settings.duration("klinity.server.idle-timeout", Duration.ofSeconds(75)),
                settings.duration("klinity.server.body-timeout", Duration.ofSeconds(30)),
                settings.integer("klinity.server.body-rate", 1024, 1, 1 << 30),
                settings.duration("klinity.server.write-timeout", Duration.ofSeconds(30)));
    }

    /** The same for a listener that few may reach. */
    DoorLimits ofManagement() {
        return new DoorLimits(OF_MANAGEMENT, head, idle, pause, rate, reader);
    }
}
