package com.klinity.platform.server;

import com.klinity.platform.security.TokenRefused.Reason;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts refused tokens by the rule that they broke. Those that the issuer has signed are told in the log too, once a
 * minute and rule: something is wrong with a client, a clock or a setting. Nothing of a token is told. Safe for many
 * threads.
 */
final class TokenRefusals {

    private static final System.Logger LOG = System.getLogger(TokenRefusals.class.getName());
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Map<Reason, Count> byRule = new ConcurrentSkipListMap<>();

    private static final class Count {
        private final LongAdder all = new LongAdder();
        private final AtomicLong untold = new AtomicLong();
        private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - INTERVAL.toNanos());

        /** How many to tell now; 0 when it is too early. */
        long due() {
            untold.incrementAndGet();
            long now = System.nanoTime();
            long last = toldAt.get();
            return now - last >= INTERVAL.toNanos() && toldAt.compareAndSet(last, now) ? untold.getAndSet(0) : 0;
        }
    }

    void count(Reason rule) {
        Count count = byRule.computeIfAbsent(rule, any -> new Count());
        count.all.increment();
        long due = isOfTheIssuer(rule) ? count.due() : 0;
        if (due > 0) {
            LOG.log(
                    Level.WARNING,
                    "tokens that the issuer has signed are refused: {0}; {1} since this was last said",
                    rule.code(),
                    due);
        }
    }

    /** These are asked only of a token whose signature is the issuer's. */
    private static boolean isOfTheIssuer(Reason rule) {
        return rule.compareTo(Reason.SIGNATURE) > 0;
    }

    /** In Prometheus' text form; nothing while there are none. */
    String text() {
        StringBuilder text = new StringBuilder(byRule.isEmpty() ? "" : "# TYPE klinity_tokens_refused counter\n");
        byRule.forEach((rule, count) -> text.append("klinity_tokens_refused_total{rule=\"")
                .append(rule.code())
                .append("\"} ")
                .append(count.all.sum())
                .append('\n'));
        return text.toString();
    }
}
