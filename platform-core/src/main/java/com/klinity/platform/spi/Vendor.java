package com.klinity.platform.spi;

import java.util.List;

/**
 * A sub-processor, as the published register shows it.
 *
 * @param legalName  the company, or {@code "Klinity (built in)"} when data does not leave the server
 * @param purpose    why data goes there, one phrase
 * @param regions    where the data is processed, such as {@code "eu-central-1"} or {@code "this server"}
 * @param touchesPhi whether it may receive protected health information; when false the core proves at start-up that no
 *                   PHI module is readable from the adapter
 * @param hosts      the hosts it speaks to; empty for built-in ones
 * @param agreement  reference of the agreement that covers it, such as a BAA, or {@code "none needed"}
 */
public record Vendor(
        String legalName,
        String purpose,
        List<String> regions,
        boolean touchesPhi,
        List<String> hosts,
        String agreement) {

    private static final String BUILT_IN = "Klinity (built in)";

    /** Copies the lists. */
    public Vendor {
        regions = List.copyOf(regions);
        hosts = List.copyOf(hosts);
    }

    /** An adapter that keeps everything on this server. */
    public static Vendor builtIn(String purpose, boolean touchesPhi) {
        return new Vendor(BUILT_IN, purpose, List.of("this server"), touchesPhi, List.of(), "none needed");
    }

    /** Whether what it is handed leaves this server, so that handing it over is a disclosure. */
    public boolean outside() {
        return !legalName.equals(BUILT_IN) || !hosts.isEmpty();
    }
}
