package com.klinity.documents;

import com.klinity.documents.rendering.NotPrintable;
import com.klinity.documents.rendering.TooLongToPrint;
import com.klinity.platform.spi.Refusal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Prints a few papers at once, and one of each account, so that whoever prints much waits for himself. Waiting is bounded.
 * Safe for many threads.
 */
final class PrintingPress {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore places;
    private final Duration patience;
    private final ConcurrentMap<UUID, Turn> turns = new ConcurrentHashMap<>();

    /** Who of an account prints, and how many of it are here. */
    private record Turn(Semaphore place, int callers) {

        Turn with(int more) {
            return new Turn(place, callers + more);
        }
    }

    PrintingPress() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()), PATIENCE);
    }

    PrintingPress(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Prints when it is the account's turn. Blocks.
     *
     * @throws Refusal 409 when the document is too long for paper, 429 when the account prints too much, 503 when the
     *     server does
     */
    <T> T print(UUID account, Supplier<T> printer) {
        Turn turn = turns.merge(account, new Turn(new Semaphore(1, true), 1), (here, one) -> here.with(1));
        try {
            return inTurn(turn.place(), () -> Refusal.tooMany(patience), () -> printed(printer));
        } finally {
            turns.computeIfPresent(account, (id, here) -> here.callers() == 1 ? null : here.with(-1));
        }
    }

    private <T> T printed(Supplier<T> printer) {
        try {
            return inTurn(places, Refusal::unavailable, printer);
        } catch (NotPrintable unshown) {
            throw Refusal.conflict(
                    "not-printable",
                    "Paper cannot show some of this document's characters. Read it as application/json or"
                            + " text/markdown.");
        } catch (TooLongToPrint longer) {
            throw Refusal.conflict(
                    "too-long-to-print",
                    "On paper this document would have more than " + TooLongToPrint.MOST_PAGES
                            + " pages. Read it as application/json.");
        }
    }

    private <T> T inTurn(Semaphore place, Supplier<Refusal> refusal, Supplier<T> work) {
        if (!acquired(place)) {
            throw refusal.get();
        }
        try {
            return work.get();
        } finally {
            place.release();
        }
    }

    private boolean acquired(Semaphore place) {
        try {
            return place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
