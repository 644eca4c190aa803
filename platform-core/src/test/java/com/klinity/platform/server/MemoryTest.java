package com.klinity.platform.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.spi.Refusal;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AV-1")
class MemoryTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final String PEER = "192.0.2.1";

    private final Memory memory = new Memory(16 * MEBIBYTE);

    private static int refused(Memory.Hold hold, long bytes) {
        return assertThrows(Refusal.class, () -> hold.resize(bytes)).status();
    }

    @Test
    void an_account_has_a_quarter_by_its_calls_together_and_then_is_told_429() {
        memory.of(ANA).resize(3 * MEBIBYTE);
        assertEquals(429, refused(memory.of(ANA), 2 * MEBIBYTE));
    }

    @Test
    void a_single_call_may_have_more_while_there_is_more() {
        assertDoesNotThrow(() -> memory.of(ANA).resize(8 * MEBIBYTE));
    }

    @Test
    void nobody_takes_more_than_half_of_what_is_free() {
        assertEquals(503, refused(memory.of(ANA), 8 * MEBIBYTE + 1));
    }

    @Test
    void what_wants_little_finds_room_however_many_want_much() {
        for (int i = 0; i < 1_000; i++) {
            Memory.Hold greedy = memory.of(new UUID(1, i));
            try {
                greedy.resize(MEBIBYTE);
            } catch (Refusal full) {
                break;
            }
        }
        assertDoesNotThrow(() -> memory.of(BEN).resize(MEBIBYTE / 2));
    }

    @Test
    void who_has_no_token_takes_nothing_from_accounts() {
        for (int i = 0; i < 1_000; i++) {
            Memory.Hold stranger = memory.ofStranger("192.0.2." + i);
            try {
                stranger.resize(16 << 10);
            } catch (Refusal full) {
                break;
            }
        }
        assertTrue(memory.held() <= 4 * MEBIBYTE, () -> memory.held() + " bytes");
        assertDoesNotThrow(() -> memory.of(ANA).resize(8 * MEBIBYTE));
    }

    @Test
    void the_calls_of_one_address_without_a_token_have_a_quarter_of_theirs() {
        memory.ofStranger(PEER).resize(MEBIBYTE);
        assertEquals(429, refused(memory.ofStranger(PEER), 16 << 10));
    }

    @Test
    void what_a_connection_has_anyway_is_not_counted() {
        memory.of(ANA).resize(Memory.UNCOUNTED);
        assertEquals(0, memory.held());
    }

    @Test
    void a_refusal_leaves_what_was_held_and_the_end_gives_all_of_it_back() {
        Memory.Hold hold = memory.of(ANA);
        hold.resize(MEBIBYTE);
        assertEquals(503, refused(hold, 16 * MEBIBYTE - 1));
        assertEquals(MEBIBYTE, memory.held());
        hold.close();
        assertEquals(0, memory.held());
        hold.close();
        assertEquals(0, memory.held());
    }

    @Test
    void a_hold_that_shrinks_gives_back_the_rest() {
        Memory.Hold hold = memory.of(ANA);
        hold.resize(MEBIBYTE);
        hold.resize(4_096);
        assertEquals(4_096, memory.held());
    }

    @Test
    void the_default_is_an_eighth_of_the_heap_and_enough_for_the_longest_body() {
        assertEquals(64, MemorySettings.ofHeap(512L * MEBIBYTE));
        assertEquals(32, MemorySettings.ofHeap(256L * MEBIBYTE));
        assertEquals(8, MemorySettings.ofHeap(16L * MEBIBYTE));
    }
}
