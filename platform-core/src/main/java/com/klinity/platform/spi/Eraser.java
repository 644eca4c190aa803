package com.klinity.platform.spi;

import java.util.UUID;

/** Removes what a feature keeps of an account outside the database, once that account is deleted. */
@FunctionalInterface
public interface Eraser {

    /**
     * Removes all of it. May block for as long as it takes, on a virtual thread that is interrupted when the server
     * stops. A normal return says that nothing is left; anything thrown is tried again later, also after days, so
     * removing what is gone already must do nothing. The account's rows of this feature, and of those it builds on, are
     * still there and stay until it has returned.
     *
     * @param account whose data goes
     * @param rows    reads the account's rows, such as the ids that a vendor knows its copies by
     * @throws InterruptedException when interrupted; it is begun again
     */
    void erase(UUID account, Reads rows) throws InterruptedException;
}
