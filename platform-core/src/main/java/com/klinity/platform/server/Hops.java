package com.klinity.platform.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses in {@code X-Forwarded-For}, in the forms that proxies write: with a port, brackets or quotes. */
final class Hops {

    private static final int MOST_DIGITS = 5;

    private Hops() {}

    /** All of them as they stand, the nearest first. */
    static List<String> nearestFirst(List<String> values) {
        List<String> hops = new ArrayList<>();
        for (String value : values) {
            for (String hop : value.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        return hops.reversed();
    }

    /** The address without its port (RFC 7239 §6); none for what is no literal address, such as {@code unknown}. */
    static Optional<String> address(String hop) {
        String bare = unquoted(hop);
        if (bare.startsWith("[")) {
            int end = bare.indexOf(']');
            return end > 0 && isPort(bare.substring(end + 1)) && isIpv6(bare.substring(1, end))
                    ? Peers.literal(bare.substring(1, end))
                    : Optional.empty();
        }
        int colon = bare.indexOf(':');
        if (colon >= 0 && bare.indexOf(':', colon + 1) >= 0) {
            return isIpv6(bare) ? Peers.literal(bare) : Optional.empty();
        }
        int end = colon < 0 ? bare.length() : colon;
        return isPort(bare.substring(end)) ? ipv4(bare.substring(0, end)) : Optional.empty();
    }

    /** Four numbers: the shorter forms that are literals too are no proxy's. */
    private static Optional<String> ipv4(String text) {
        return text.chars().filter(letter -> letter == '.').count() == 3 ? Peers.literal(text) : Optional.empty();
    }

    private static boolean isIpv6(String text) {
        return text.indexOf(':') >= 0 && text.indexOf('%') < 0;
    }

    private static String unquoted(String hop) {
        boolean quoted = hop.length() >= 2 && hop.startsWith("\"") && hop.endsWith("\"");
        return quoted ? hop.substring(1, hop.length() - 1).strip() : hop;
    }

    private static boolean isPort(String text) {
        return text.isEmpty()
                || (text.startsWith(":")
                        && text.length() > 1
                        && text.length() <= MOST_DIGITS + 1
                        && text.chars().skip(1).allMatch(digit -> digit >= '0' && digit <= '9'));
    }
}
