package com.klinity.transcription;

import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Settings;
import java.time.Duration;

/**
 * How many transcripts of one account may be queued or processing, on all servers together. Calls that ask at the same
 * time are counted before any of them is stored, so they may go beyond it, each by one.
 */
record WaitingBudget(int most) {

    private static final String SETTING = "klinity.budget.transcripts";
    private static final int DEFAULT = 500;
    private static final int MOST = 100_000;
    private static final Duration WAIT = Duration.ofSeconds(10);

    /** Reads the setting; a fault is noted there. */
    static WaitingBudget read(Settings settings) {
        return new WaitingBudget(settings.integer(SETTING, DEFAULT, 1, MOST));
    }

    /**
     * Lets one more wait.
     *
     * @throws Refusal 429 when that would be one too many
     */
    void check(Scope scope) {
        if (WishTable.waiting(scope) >= most) {
            throw Refusal.overBudget("waiting-transcripts", most, WAIT);
        }
    }
}
