package com.klinity.platform.server;

import com.klinity.platform.spi.Gauge;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * All metrics in Prometheus' text form.
 *
 * @param answers counts of answers
 * @param gauges  of the features
 * @param core    what the core has to tell beside that
 */
record MetricsText(RequestMetrics answers, List<Gauge> gauges, List<Metrics> core) {

    private static final System.Logger LOG = System.getLogger(MetricsText.class.getName());

    /** Of answers and features alone. */
    MetricsText(RequestMetrics answers, List<Gauge> gauges) {
        this(answers, gauges, List.of());
    }

    String read() {
        StringBuilder text = new StringBuilder(answers.text());
        gauges.forEach(gauge -> append(gauge, text));
        core.forEach(metrics -> text.append(metrics.text()));
        return text.append("# EOF\n").toString();
    }

    private static void append(Gauge gauge, StringBuilder text) {
        try {
            String line = gauge.name() + " " + gauge.value().getAsDouble() + "\n";
            text.append("# HELP " + gauge.name() + " " + gauge.help() + "\n# TYPE " + gauge.name() + " gauge\n" + line);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} was not read: {1}",
                    gauge.name(),
                    e.getClass().getName());
        }
    }
}
