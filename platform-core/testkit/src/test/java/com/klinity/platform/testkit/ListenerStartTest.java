package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A server that cannot listen does not start, because")
class ListenerStartTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "klinity.server.host,     192.0.2.7,            klinity.server.host: is no address of this machine",
        "klinity.management.host, 192.0.2.7,            klinity.management.host: is no address of this machine",
        "klinity.server.host,     no-such-host.invalid, klinity.server.host: no address is known for it",
        "klinity.server.host,     2001:db8::7,          klinity.server.host: is no address of this machine",
    })
    void of_its_address(String key, String value, String fault) {
        assertFault(fault, Map.of(key, value));
    }

    @Test
    void a_port_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertFault("klinity.server.port: is taken", Map.of("klinity.server.port", port));
            assertFault("klinity.management.port: is taken", Map.of("klinity.management.port", port));
        }
    }

    @Test
    void both_ports_are_one() throws IOException {
        String port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = Integer.toString(free.getLocalPort());
        }
        Map<String, String> equal =
                Map.of("klinity.server.port", port, "klinity.management.port", port, "klinity.server.host", "0.0.0.0");
        assertFault("klinity.management.port: is taken", equal);
    }

    @Test
    void and_on_an_address_of_version_six_it_does() {
        try (TestServer server = TestServer.of(new NotesModule())
                .setting("klinity.server.host", "::1")
                .start()) {
            assertTrue(server.address().toString().startsWith("http://[::1]:"), server.address()::toString);
            assertEquals(404, server.anonymous().get("/v1/nowhere").status());
        }
    }

    private static void assertFault(String fault, Map<String, String> settings) {
        TestServer.Builder server = TestServer.of(new NotesModule());
        settings.forEach(server::setting);
        List<String> told = assertThrows(StartFailure.class, server::start).faults();
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.getFirst().startsWith(fault), told::toString);
    }
}
