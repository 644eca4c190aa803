package com.klinity.appointments;

import com.klinity.platform.spi.Refusal;
import java.util.Set;

/** Where an appointment stands. */
enum AppointmentStatus {
    SCHEDULED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /**
     * Goes on only when an appointment of this status may get the other one; staying is always fine.
     *
     * @throws Refusal 409 otherwise
     */
    void checkMoveTo(AppointmentStatus next) {
        if (next != this && !successors().contains(next)) {
            throw Refusal.conflict(
                    "status-conflict",
                    "An appointment that is " + Code.of(this) + " cannot become " + Code.of(next) + ".");
        }
    }

    private Set<AppointmentStatus> successors() {
        return switch (this) {
            case SCHEDULED -> Set.of(IN_PROGRESS, COMPLETED, CANCELLED);
            case IN_PROGRESS -> Set.of(COMPLETED, CANCELLED);
            case COMPLETED, CANCELLED -> Set.of();
        };
    }
}
