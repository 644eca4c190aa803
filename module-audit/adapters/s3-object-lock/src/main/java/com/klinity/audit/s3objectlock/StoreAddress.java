package com.klinity.audit.s3objectlock;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** An address that says where a store is and nothing else. */
final class StoreAddress {

    private StoreAddress() {}

    /** Empty when the text is no such address. */
    static Optional<URI> parse(String text, boolean encrypted) {
        try {
            URI address = new URI(text);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean known = scheme.equals("https") || (!encrypted && scheme.equals("http"));
            return known && saysWhereAlone(address) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean saysWhereAlone(URI address) {
        String path = address.getRawPath();
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && (path.isEmpty() || path.equals("/"))
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }
}
