package com.klinity.audit.spi;

import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Settings;
import java.time.InstantSource;

/** What the module of a witness {@code provides}. */
public interface AuditWitnessProvider extends Adapter {

    /**
     * Reads the witness's settings and makes it ready. Called once. Where the witness is a service it need not answer
     * yet: a server that cannot reach it serves, and says that it is degraded.
     *
     * @param clock what retention periods are counted from
     * @throws com.klinity.platform.spi.StartFailure when the witness cannot be used, with a sentence a deployer can act
     *     on
     */
    AuditWitness open(Settings settings, InstantSource clock);

    /**
     * The same for who only reads, to check the log. That may be another user on another machine, who has less of the
     * disk and fewer rights than a server: what only keeping needs must not be asked for.
     *
     * @throws com.klinity.platform.spi.StartFailure as {@link #open}
     */
    default AuditWitness openToRead(Settings settings, InstantSource clock) {
        return open(settings, clock);
    }
}
