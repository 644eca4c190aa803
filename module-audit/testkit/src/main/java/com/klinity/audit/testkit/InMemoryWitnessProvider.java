package com.klinity.audit.testkit;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.AuditWitnessProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.Vendor;
import java.time.InstantSource;

/** Gives a test's server a witness that the test holds as well. */
public final class InMemoryWitnessProvider implements AuditWitnessProvider {

    private final InMemoryWitness witness = new InMemoryWitness();

    /** With a witness of its own. */
    public InMemoryWitnessProvider() {}

    /** The witness that {@link #open} gives out. */
    public InMemoryWitness witness() {
        return witness;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("Keeps checkpoints of tests in memory", false);
    }

    @Override
    public AuditWitness open(Settings settings, InstantSource clock) {
        settings.evaluationOnly("klinity.audit.witness", name());
        return witness;
    }
}
