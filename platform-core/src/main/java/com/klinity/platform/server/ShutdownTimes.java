package com.klinity.platform.server;

import com.klinity.platform.spi.Settings;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * How long a stop takes.
 *
 * @param delay from telling that this server stops to its taking no more connections, so that load balancers look
 *     elsewhere first
 * @param grace from then on, for what is still under way; at most
 */
record ShutdownTimes(Duration delay, Duration grace) {

    private static final Duration DELAY_IN_PRODUCTION = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofHours(1);

    static ShutdownTimes read(Settings settings) {
        return new ShutdownTimes(
                read(
                        settings,
                        "klinity.server.shutdown.delay",
                        settings.production() ? DELAY_IN_PRODUCTION : Duration.ZERO),
                read(settings, "klinity.server.shutdown.grace", GRACE));
    }

    private static Duration read(Settings settings, String key, Duration fallback) {
        try {
            Duration value = settings.optionalText(key).map(Duration::parse).orElse(fallback);
            if (!value.isNegative() && value.compareTo(LONGEST) <= 0) {
                return value;
            }
        } catch (DateTimeParseException e) {
            // Told below, like one out of range.
        }
        settings.fault(key, "must be an ISO-8601 duration from PT0S to PT1H");
        return fallback;
    }
}
