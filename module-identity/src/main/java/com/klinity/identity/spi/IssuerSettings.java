package com.klinity.identity.spi;

import com.klinity.platform.spi.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * What tells an outside issuer from all others, read in one way by every provider that has one. Like {@link Settings}, it
 * notes faults and gives placeholders. Used by the thread that opens the provider.
 */
public final class IssuerSettings {

    private static final String ISSUER = "klinity.identity.issuer";
    private static final String KEYS = "klinity.identity.jwks-uri";
    private static final String CLIENT = "klinity.identity.client-id";
    private static final URI PLACEHOLDER = URI.create("https://missing.invalid");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Settings settings;

    /** Over the deployer's settings. */
    public IssuerSettings(Settings settings) {
        this.settings = settings;
    }

    /** The {@code iss} claim as it is written; a fault when there is none. */
    public String issuer() {
        return settings.optionalText(ISSUER).map(this::issuer).orElseGet(() -> {
            settings.text(ISSUER);
            return PLACEHOLDER.toString();
        });
    }

    /** The {@code iss} claim as it is written, or the one the provider derives. */
    public String issuerOr(String derived) {
        return issuer(settings.text(ISSUER, derived));
    }

    /** Where the keys are published, when that is set. */
    public Optional<URI> keys() {
        return settings.optionalText(KEYS).map(text -> address(KEYS, text));
    }

    /** The client that access tokens are issued for; a fault when there is none. */
    public String clientId() {
        String client = settings.text(CLIENT);
        return client.isEmpty() ? "missing" : client;
    }

    /**
     * An address that a vendor is spoken to at: https. In evaluation also http on this very machine, where stand-ins run.
     *
     * @param key  the setting it comes from, for the fault
     * @param text what is set there
     */
    public URI address(String key, String text) {
        if (isAllowed(text)) {
            return URI.create(text);
        }
        settings.fault(
                key,
                settings.production()
                        ? "must be an https address without query and fragment"
                        : "must be an https address, or http on this machine, without query and fragment");
        return PLACEHOLDER;
    }

    private String issuer(String text) {
        return address(ISSUER, text).equals(PLACEHOLDER) ? PLACEHOLDER.toString() : text;
    }

    private boolean isAllowed(String text) {
        try {
            URI uri = new URI(text);
            boolean whole = uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            boolean here = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
            return whole && ("https".equals(uri.getScheme()) || (here && !settings.production()));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
