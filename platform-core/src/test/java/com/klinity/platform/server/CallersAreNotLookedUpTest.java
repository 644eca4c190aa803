package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No name server has a say in whether a caller is let in. */
class CallersAreNotLookedUpTest {

    /** Every machine knows a name of this one, and would tell it. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final InetAddressResolver.LookupPolicy ANY =
            InetAddressResolver.LookupPolicy.of(InetAddressResolver.LookupPolicy.IPV4);

    @Test
    void a_caller_has_no_name_but_its_address() throws UnknownHostException {
        InetAddress caller = InetAddress.getByAddress(LOOPBACK);
        assertEquals("127.0.0.1", new InetSocketAddress(caller, 5).getHostName());
        assertEquals("127.0.0.1", caller.getCanonicalHostName());
    }

    @Test
    void the_address_of_a_name_is_found() throws UnknownHostException {
        assertTrue(InetAddress.getByName("localhost").isLoopbackAddress());
    }

    @Test
    void the_system_is_asked_for_addresses_alone() throws UnknownHostException {
        AtomicInteger asked = new AtomicInteger();
        InetAddressResolver resolver = new CallersAreNotLookedUp.AddressesOnly(new Counting(asked));
        assertThrows(UnknownHostException.class, () -> resolver.lookupByAddress(LOOPBACK));
        assertEquals(0, asked.get());
        assertEquals(0, resolver.lookupByName("example.org", ANY).count());
        assertEquals(1, asked.get());
    }

    private record Counting(AtomicInteger asked) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
            asked.incrementAndGet();
            return Stream.of();
        }

        @Override
        public String lookupByAddress(byte[] address) {
            asked.incrementAndGet();
            return "a name";
        }
    }
}
