package com.klinity.appointments.api;

import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.UUID;

/**
 * A later feature that keeps something of appointments. Called in a transaction of the feature {@code appointments}, whose
 * scope reaches its tables only: for its own the later one asks {@link
 * com.klinity.platform.spi.FeatureContext#own(Scope)}. Safe for many threads.
 */
public interface Holder {

    /** What it keeps of these appointments of the scope's account. At most one query; blocks for it. */
    List<Holding> of(Scope scope, List<UUID> appointments);

    /**
     * The patient has given consent, or withdrawn it. Called in the transaction that records it, which holds the
     * appointment's row: whoever asked {@link Consents} before is done, whoever asks now waits. What is under way for lack
     * of this knowledge is stopped here, by SQL alone.
     */
    default void consentChanged(Scope scope, UUID appointment, boolean given) {}
}
