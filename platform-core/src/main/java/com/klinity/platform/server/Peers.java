package com.klinity.platform.server;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells who calls: the connection's peer, or, when that is a trusted proxy, the right-most address of {@code
 * X-Forwarded-For} that is not one.
 *
 * @param trusted addresses of the proxies
 */
record Peers(Set<String> trusted) {

    /** Copies the set. */
    Peers {
        trusted = Set.copyOf(trusted);
    }

    String address(String connectionPeer, List<String> forwardedFor) {
        String peer = connectionPeer;
        for (String hop : Hops.nearestFirst(forwardedFor)) {
            Optional<String> address = trusted.contains(peer) ? Hops.address(hop) : Optional.empty();
            if (address.isEmpty()) {
                return peer;
            }
            peer = address.get();
        }
        return peer;
    }

    /** Whether the connection itself comes from a trusted proxy, whose other headers then count too. */
    boolean behindProxy(String connectionPeer) {
        return trusted.contains(connectionPeer);
    }

    /** The usual form of a literal address; a name is never looked up. */
    static Optional<String> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
