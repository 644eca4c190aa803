package com.klinity.identity.local;

import com.klinity.platform.spi.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * What a deployer can set.
 *
 * @param issuer            the {@code iss} claim; the same after a restart even when the port is any free one
 * @param clientId          the application tokens are issued for
 * @param tokenLifetime     of access tokens, at most a day
 * @param requestsPerMinute how many calls one address may make, all at once or spread out
 */
record LocalSettings(String issuer, String clientId, Duration tokenLifetime, int requestsPerMinute) {

    private static final String PROVIDER = "klinity.identity.provider";
    private static final String ISSUER = "klinity.identity.issuer";
    private static final String LIFETIME = "klinity.local.token-lifetime";
    private static final Duration LONGEST = Duration.ofDays(1);

    static LocalSettings read(Settings settings) {
        settings.evaluationOnly(PROVIDER, "local");
        int port = settings.integer("klinity.server.port", 8080, 0, 65_535);
        Duration lifetime = settings.duration(LIFETIME, Duration.ofHours(1));
        if (lifetime.compareTo(LONGEST) > 0) {
            settings.fault(LIFETIME, "must be a day (PT24H) at most");
        }
        return new LocalSettings(
                issuer(settings, defaultIssuer(port)),
                settings.text("klinity.identity.client-id", "klinity"),
                lifetime,
                settings.integer("klinity.local.requests-per-minute", 600, 1, 1_000_000));
    }

    private static String issuer(Settings settings, String fallback) {
        String issuer = settings.text(ISSUER, fallback);
        if (isIssuer(issuer)) {
            return issuer;
        }
        settings.fault(ISSUER, "must be an http or https address without query and fragment");
        return fallback;
    }

    private static String defaultIssuer(int port) {
        return port == 0 ? "http://localhost" + LocalRoutes.BASE : "http://127.0.0.1:" + port + LocalRoutes.BASE;
    }

    private static boolean isIssuer(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
