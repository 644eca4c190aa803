package com.klinity.platform.server;

import com.klinity.platform.server.connection.DoorLimits;
import com.klinity.platform.spi.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the server listens.
 *
 * @param host           address or name to listen on
 * @param port           0 for any free one
 * @param managementHost address for health and metrics
 * @param managementPort 0 for any free one
 * @param tls            certificate and key, when the server itself speaks HTTPS
 * @param trustedProxies literal addresses whose forwarding headers count
 * @param httpsDemanded  whether plain HTTP is redirected
 * @param maxPayload     longest body in bytes
 * @param limits         how long callers are waited for, and how many there may be
 * @param shutdown       how long a stop takes
 * @param budget         what one account may have at once
 * @param memory         what may be kept for callers
 */
public record ListenerSettings(
        String host,
        int port,
        String managementHost,
        int managementPort,
        Optional<TlsFiles> tls,
        Set<String> trustedProxies,
        boolean httpsDemanded,
        long maxPayload,
        DoorLimits limits,
        ShutdownTimes shutdown,
        BudgetSettings budget,
        MemorySettings memory) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 65_535;
    static final long LONGEST_BODY = 4L << 30;

    /** Copies the set. */
    public ListenerSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** Reads the settings; faults are noted there. */
    public static ListenerSettings read(Settings settings) {
        Optional<TlsFiles> tls = TlsFiles.read(settings);
        Set<String> proxies = proxies(settings);
        if (settings.production() && tls.isEmpty() && proxies.isEmpty()) {
            settings.fault(
                    "klinity.server.tls.certificate",
                    "is needed in production, or klinity.server.trusted-proxies where a proxy speaks HTTPS");
        }
        return new ListenerSettings(
                settings.text("klinity.server.host", settings.production() ? "0.0.0.0" : LOOPBACK),
                settings.integer("klinity.server.port", 8080, 0, HIGHEST_PORT),
                settings.text("klinity.management.host", LOOPBACK),
                settings.integer("klinity.management.port", 9090, 0, HIGHEST_PORT),
                tls,
                proxies,
                settings.production(),
                LONGEST_BODY,
                DoorLimits.read(settings, tls.isPresent()),
                ShutdownTimes.read(settings),
                BudgetSettings.read(settings),
                MemorySettings.read(settings));
    }

    /** The host that a caller on this machine uses. */
    String reachableHost() {
        return host.equals("0.0.0.0") || host.equals("::") ? LOOPBACK : host;
    }

    private static Set<String> proxies(Settings settings) {
        String key = "klinity.server.trusted-proxies";
        List<String> listed = Stream.of(settings.text(key, "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (listed.stream().anyMatch(text -> Peers.literal(text).isEmpty())) {
            settings.fault(key, "must be literal IP addresses, separated by commas");
        }
        return listed.stream().flatMap(text -> Peers.literal(text).stream()).collect(Collectors.toSet());
    }
}
