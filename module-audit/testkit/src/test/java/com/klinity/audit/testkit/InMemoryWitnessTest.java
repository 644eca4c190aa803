package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import org.junit.jupiter.api.Test;

/** The witness in memory keeps the contract, so what passes on it passes on the real ones. */
class InMemoryWitnessTest extends AuditWitnessContract {

    private final InMemoryWitness memory = new InMemoryWitness();

    @Override
    protected AuditWitness open() {
        return memory;
    }

    @Test
    void fails_when_told_to() {
        memory.failWith(Code.UNAVAILABLE);
        assertEquals(Code.UNAVAILABLE, failureOf(1, new byte[] {1}));
    }

    @Test
    void keeps_nothing_while_it_fails() {
        memory.failWith(Code.DENIED);
        failureOf(1, new byte[] {1});
        memory.recover();
        assertFalse(memory.read(1).isPresent());
    }

    @Test
    void cannot_be_asked_while_it_fails() {
        memory.failWith(Code.UNAVAILABLE);
        assertThrows(WitnessFailure.class, memory::last);
    }

    @Test
    void recovers_when_told_to() {
        memory.failWith(Code.UNAVAILABLE);
        memory.recover();
        assertDoesNotThrow(() -> memory.keep(1, new byte[] {1}));
    }

    @Test
    void forgets_when_told_to() {
        memory.keep(1, new byte[] {1});
        memory.forget(1);
        assertFalse(memory.read(1).isPresent());
    }

    @Test
    void holds_other_bytes_when_told_to() {
        memory.keep(1, new byte[] {1});
        memory.replace(1, new byte[] {2});
        assertArrayEquals(new byte[] {2}, memory.read(1).orElseThrow());
    }
}
