package com.klinity.platform.spi;

import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/**
 * A number that goes up and down, for those who run the server. Without labels, so that it can name nobody.
 *
 * @param name  {@code klinity_}, the feature, what it is, and the base unit last, as Prometheus names metrics: such as
 *              {@code klinity_audit_unwitnessed_seconds}
 * @param help  what it says, in one line
 * @param value asked at each reading, by many threads; does not block. What it throws leaves this one out of that reading
 */
public record Gauge(String name, String help, DoubleSupplier value) {

    private static final Pattern NAME = Pattern.compile("klinity(_[a-z]+){3,}");

    /** Refuses a name of another form, and a help of several lines. */
    public Gauge {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " does not begin with klinity, the feature, and end with a unit");
        }
        if (help.isBlank() || help.lines().count() > 1) {
            throw new IllegalArgumentException(name + " needs a help of one line");
        }
    }
}
