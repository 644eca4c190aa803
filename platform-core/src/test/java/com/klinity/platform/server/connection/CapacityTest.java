package com.klinity.platform.server.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CapacityTest {

    private static final long GIBIBYTE = 1L << 30;

    @Test
    void connections_leave_half_of_the_file_handles_to_others() {
        assertEquals(512, new Capacity(1_024, GIBIBYTE).connections(false));
    }

    @Test
    void a_small_heap_allows_fewer_connections() {
        assertTrue(new Capacity(1 << 20, GIBIBYTE / 4).connections(false) * 24L * 1_024 <= GIBIBYTE / 16);
    }

    @Test
    void encrypted_connections_take_more_of_the_heap() {
        Capacity capacity = new Capacity(1 << 20, GIBIBYTE / 4);
        assertTrue(capacity.connections(true) < capacity.connections(false));
    }

    @Test
    void this_process_has_some_handles() {
        assertTrue(Capacity.handles() > 0);
    }
}
