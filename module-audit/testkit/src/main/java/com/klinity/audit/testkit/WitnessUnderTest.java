package com.klinity.audit.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.util.Random;

/** What the parts of the contract share. */
interface WitnessUnderTest {

    /** The witness, open. Nothing is kept there when a test begins. */
    AuditWitness witness();

    /** One more over the same place, as another server has; closed after the test. */
    AuditWitness another();

    /** The witness closed and opened again over the same place. */
    void reopen();

    /** How keeping that fails. */
    default Code failureOf(long number, byte[] document) {
        return assertThrows(WitnessFailure.class, () -> witness().keep(number, document))
                .code();
    }

    /** A short document that only that number has. */
    static byte[] document(long number) {
        return ("klinity audit checkpoint\nnumber " + number + "\n\n— key ∅\n").getBytes(UTF_8);
    }

    /** That many bytes of any value, the same for the same length. */
    static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
