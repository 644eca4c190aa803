package com.klinity.platform.server;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts answers by status. No route, account or address: nothing here can identify anybody. */
final class RequestMetrics {

    private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();

    private final TokenRefusals refusals = new TokenRefusals();

    /** Likewise for tokens, by the rule that they broke. */
    TokenRefusals refusals() {
        return refusals;
    }

    void count(int status) {
        byStatus.computeIfAbsent(status, any -> new LongAdder()).increment();
    }

    /** In Prometheus' text form. */
    String text() {
        StringBuilder text = new StringBuilder("# TYPE klinity_http_answers counter\n");
        byStatus.forEach((status, count) -> text.append("klinity_http_answers_total{status=\"")
                .append(status)
                .append("\"} ")
                .append(count.sum())
                .append('\n'));
        return text.append(refusals.text()).toString();
    }
}
