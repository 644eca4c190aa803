package com.klinity.appointments.api;

import com.klinity.platform.spi.Scope;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks up appointments and patients in the account of a scope. Each call is one query and blocks for it; what it finds
 * holds only as long as the scope's transaction. Safe for many threads, each with a scope of its own.
 */
public interface Appointments {

    /** The appointment; empty when this account has none of that id. */
    Optional<AppointmentCard> find(Scope scope, UUID appointment);

    /**
     * Keeps the appointment, its patient and its time as they are until the scope's transaction ends, for what is written
     * about them. Comes before other locks of the transaction. False when this account has none of that id.
     */
    boolean hold(Scope scope, UUID appointment);

    /** The patient; empty when this account has none of that id. */
    Optional<PatientCard> patient(Scope scope, UUID patient);
}
