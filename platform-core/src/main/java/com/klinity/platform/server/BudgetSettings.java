package com.klinity.platform.server;

import com.klinity.platform.spi.Settings;

/**
 * What one account may have at once of one server.
 *
 * @param requests being answered, their bodies' arrival included
 * @param streams  long answers and event streams
 * @param exports  of those, answers that take out in bulk
 */
public record BudgetSettings(int requests, int streams, int exports) {

    private static final int MOST = 100_000;

    /** Reads the settings; faults are noted there. */
    public static BudgetSettings read(Settings settings) {
        return new BudgetSettings(
                settings.integer("klinity.budget.requests", 64, 1, MOST),
                settings.integer("klinity.budget.streams", 64, 1, MOST),
                settings.integer("klinity.budget.exports", 4, 1, MOST));
    }
}
