package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address a call is logged with: the right-most one that no trusted proxy has (RFC 7239 §6). */
class PeersTest {

    private static final String PROXY = "10.0.0.1";
    private static final Peers PEERS =
            new Peers(Set.of(PROXY, "10.0.0.2", Peers.literal("2001:db8::1").orElseThrow()));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7:4711, 203.0.113.7",
        "[2001:db8::7], 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:443, 2001:db8:0:0:0:0:0:7",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7",
        "\"203.0.113.7\", 203.0.113.7",
        "\"203.0.113.7:80\", 203.0.113.7",
        "\"[2001:db8::7]:443\", 2001:db8:0:0:0:0:0:7",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void is_read_in_every_form_that_proxies_write(String hop, String address) {
        assertEquals(address, PEERS.address(PROXY, List.of(hop)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "_hidden",
                "",
                " ",
                "203.0.113.7:x",
                "203.0.113.7:",
                "203.0.113.7:123456",
                "[2001:db8::7",
                "2001:db8::7]",
                "[203.0.113.7]",
                "[2001:db8::7]443",
                "\"203.0.113.7",
                "203.0.113",
                "7",
                "fe80::1%eth0",
                "localhost",
                "203.0.113.7 x"
            })
    void stops_at_the_last_known_hop_before_what_is_no_address(String hop) {
        assertEquals("10.0.0.2", PEERS.address(PROXY, List.of("198.51.100.9, " + hop + ", 10.0.0.2")));
    }

    @Test
    void goes_through_trusted_hops_with_ports_over_several_fields() {
        assertEquals(
                "203.0.113.7",
                PEERS.address(PROXY, List.of("6.6.6.6, 203.0.113.7:99", "[2001:db8::1]:443, \"10.0.0.2:80\"")));
    }

    @Test
    void takes_no_word_of_a_caller_that_is_no_proxy() {
        assertEquals("203.0.113.7", PEERS.address("203.0.113.7", List.of("6.6.6.6")));
    }
}
