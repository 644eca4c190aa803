package com.klinity.platform.jobs;

/**
 * How many jobs of one kind may run here. A run that does not end when it is told loses its place to another, but only so
 * many may do that: they still use up memory and processor. Safe for many threads.
 */
final class Slots {

    private final int places;
    private int taken;
    private int goneAround;

    Slots(int places) {
        this.places = places;
    }

    synchronized int free() {
        return places - taken;
    }

    /** Those that were gone around as well. */
    synchronized int running() {
        return taken + goneAround;
    }

    synchronized void take() {
        taken++;
    }

    synchronized void free(boolean wasGoneAround) {
        if (wasGoneAround) {
            goneAround--;
        } else {
            taken--;
        }
    }

    /** Gives the place of a stuck run to others; false when too many are stuck already. */
    synchronized boolean goAround() {
        if (goneAround >= 2 * places) {
            return false;
        }
        goneAround++;
        taken--;
        return true;
    }
}
