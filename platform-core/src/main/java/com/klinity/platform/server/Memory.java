package com.klinity.platform.server;

import com.klinity.platform.spi.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * Counts the bytes that bodies and unsent answers take, so that callers who are slow, or many, cannot fill the heap. Who
 * has no token takes from a part of its own, and so never from accounts. Safe for many threads; never blocks.
 */
final class Memory {

    /** Not counted: each connection has that much anyway, so that no small call is ever refused for want of memory. */
    static final int UNCOUNTED = 2_048;

    /** What one holder may have by several calls; a single call may have more while there is more. */
    private static final int PART_OF_HOLDER = 4;

    private static final int PART_OF_STRANGERS = 4;
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Part accounts;
    private final Part strangers;

    Memory(long bytes) {
        this.accounts = new Part(bytes, most -> Refusal.overBudget("bytes-in-memory", most, WAIT));
        this.strangers = new Part(bytes / PART_OF_STRANGERS, _ -> Refusal.tooMany(WAIT));
    }

    /** What a call of that account holds: nothing yet. */
    Hold of(UUID account) {
        return new Hold(accounts, account);
    }

    /** What a call without a token holds, from that address: nothing yet. */
    Hold ofStranger(String peer) {
        return new Hold(strangers, peer);
    }

    /** Bytes that are held now. */
    long held() {
        return accounts.taken() + strangers.taken();
    }

    /** What one call holds, until it is closed. One thread at a time. */
    static final class Hold implements AutoCloseable {

        private final Part part;
        private final Object holder;
        private long counted;

        private Hold(Part part, Object holder) {
            this.part = part;
            this.holder = holder;
        }

        /**
         * Holds so many bytes from now on, instead of those before.
         *
         * @throws Refusal 429 when the holder has its part, 503 when the server has not so many; what was held still is
         */
        void resize(long bytes) {
            long wanted = bytes <= UNCOUNTED ? 0 : bytes;
            part.change(holder, counted, wanted);
            counted = wanted;
        }

        /** Holds nothing any more; a second time does nothing. */
        @Override
        public void close() {
            resize(0);
        }
    }

    /** Of what may be held. */
    private static final class Part {

        private final long most;
        private final LongFunction<Refusal> refusal;
        private final Map<Object, Long> holders = new HashMap<>();
        private long taken;

        Part(long most, LongFunction<Refusal> refusal) {
            this.most = most;
            this.refusal = refusal;
        }

        /** Nobody takes more than half of what is free, so that something is left for who wants little. */
        synchronized void change(Object holder, long counted, long wanted) {
            if (counted == wanted) {
                return;
            }
            long others = holders.getOrDefault(holder, 0L) - counted;
            if (wanted > counted) {
                require(others, counted, wanted);
            }
            taken += wanted - counted;
            if (others + wanted == 0) {
                holders.remove(holder);
            } else {
                holders.put(holder, others + wanted);
            }
        }

        private void require(long others, long counted, long wanted) {
            if (others > 0 && others + wanted > most / PART_OF_HOLDER) {
                throw refusal.apply(most / PART_OF_HOLDER);
            }
            if (wanted - counted > (most - taken) / 2) {
                throw Refusal.unavailable(
                        "The server holds as much for its callers as it may. Nothing was stored. Try again in a"
                                + " moment.");
            }
        }

        synchronized long taken() {
            return taken;
        }
    }
}
