package com.klinity.appointments.api;

/**
 * Where later features say that they keep something of appointments. Without it an appointment with what they keep could
 * be given to another patient. Safe for many threads.
 */
public interface Holdings {

    /** One more; called while features are opened. */
    void add(Holder holder);
}
