package com.klinity.platform.spi;

/** Writes disclosures down before they happen. */
@FunctionalInterface
public interface Discloser {

    /**
     * Appends the entry of a disclosure, in a transaction of its own, and returns when it is durable: from then on, and
     * not before, the adapter may be called. Blocks. One call each time that something is handed over; the entry stays
     * whatever becomes of the caller's own transaction, for what has left has left.
     *
     * @throws Refusal 503 when the entry is not certainly in the log, or why the account may not act. Hand nothing over
     *     then, and let it pass.
     * @throws IllegalStateException where the entry would wait for its own caller: after {@link Scope#audit} in the same
     *     call, or inside {@link JobRun#inScope}
     */
    void disclose(Disclosure disclosure);
}
