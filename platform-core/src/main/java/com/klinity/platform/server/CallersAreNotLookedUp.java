package com.klinity.platform.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * The process's way to names and addresses: addresses of names are found as ever, names of addresses never. The web server
 * asks for a caller's name before anything else bounds the caller, in blocking code and without a time limit, so one
 * name server that does not answer would keep everybody out. Whoever asks gets the address as text at once. Loaded by the
 * JDK before the first lookup.
 */
public final class CallersAreNotLookedUp extends InetAddressResolverProvider {

    /** For the JDK. */
    public CallersAreNotLookedUp() {}

    @Override
    public String name() {
        return "addresses of names only";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new AddressesOnly(configuration.builtinResolver());
    }

    /** Asks another one for addresses alone. */
    record AddressesOnly(InetAddressResolver system) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            return system.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            throw new UnknownHostException("names of addresses are not looked up");
        }
    }
}
