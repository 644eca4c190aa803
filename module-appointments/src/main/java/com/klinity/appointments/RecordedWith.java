package com.klinity.appointments;

/** In what way an entry came into the history of a consent. */
enum RecordedWith {
    /** With the request that made the appointment. */
    BOOKING,
    /** With a change of the appointment. */
    APPOINTMENT,
    /** By itself. */
    CONSENT,
    /** Because the appointment was given to another patient, whose consent this was not. */
    MOVE,
    /** From the time before there was a history. */
    MIGRATION
}
