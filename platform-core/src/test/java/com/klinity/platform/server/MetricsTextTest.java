package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.spi.Gauge;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    private final RequestMetrics answers = new RequestMetrics();

    @Test
    void a_gauge_follows_the_counts_with_its_help_and_type() {
        answers.count(200);
        Gauge gauge = new Gauge("klinity_audit_unwitnessed_seconds", "Since then", () -> 1.5);
        assertEquals("""
            # TYPE klinity_http_answers counter
            klinity_http_answers_total{status="200"} 1
            # HELP klinity_audit_unwitnessed_seconds Since then
            # TYPE klinity_audit_unwitnessed_seconds gauge
            klinity_audit_unwitnessed_seconds 1.5
            # EOF
            """, new MetricsText(answers, List.of(gauge)).read());
    }

    @Test
    void a_gauge_that_fails_is_left_out() {
        Gauge broken = new Gauge("klinity_audit_broken_seconds", "Never", () -> {
            throw new IllegalStateException("no");
        });
        assertEquals("# TYPE klinity_http_answers counter\n# EOF\n", new MetricsText(answers, List.of(broken)).read());
    }
}
