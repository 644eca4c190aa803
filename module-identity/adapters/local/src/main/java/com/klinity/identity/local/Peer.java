package com.klinity.identity.local;

import com.klinity.platform.spi.Call;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom limits count: an IPv4 address, or the network of an IPv6 one, of which each customer has 2⁶⁴ addresses at least. */
final class Peer {

    private static final int NETWORK_BYTES = 8;

    private Peer() {}

    static String of(Call call) {
        return of(call.peer());
    }

    static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
