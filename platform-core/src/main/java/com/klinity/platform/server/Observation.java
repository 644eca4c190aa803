package com.klinity.platform.server;

import com.klinity.platform.spi.Gauge;
import java.util.List;

/**
 * What those who run the server may look at, beside the counts of its answers.
 *
 * @param readiness whether requests should be sent here
 * @param gauges    of the features
 * @param metrics   of the core
 */
public record Observation(Readiness readiness, List<Gauge> gauges, List<Metrics> metrics) {

    /** Copies the lists. */
    public Observation {
        gauges = List.copyOf(gauges);
        metrics = List.copyOf(metrics);
    }
}
