package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import com.klinity.audit.verification.VerificationKeys;
import com.klinity.audit.verification.WitnessedLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LG-3")
class WitnessedLogTest {

    private final InMemoryWitness witness = new InMemoryWitness();

    @Test
    void a_witness_that_goes_away_in_the_middle_is_a_failure_and_no_finding() {
        witness.keep(1, new byte[] {1});
        WitnessedLog log = WitnessedLog.of(witness, VerificationKeys.none());
        witness.failWith(Code.UNAVAILABLE);
        WitnessFailure failure = assertThrows(WitnessFailure.class, () -> log.readBack(1, document -> {}));
        assertEquals(Code.UNAVAILABLE, failure.code());
    }
}
