package com.klinity.audit.testkit;

import com.klinity.audit.spi.AuditWitness;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every witness keeps to. A witness's test extends this. */
public abstract class AuditWitnessContract implements KeepingContract, LastContract, SharingContract {

    private final List<AuditWitness> others = new CopyOnWriteArrayList<>();
    private AuditWitness witness;

    /** For subclasses. */
    protected AuditWitnessContract() {}

    /**
     * Opens the witness; within one test always over the same place, which was empty when the test began. Several may be
     * open at once.
     */
    protected abstract AuditWitness open();

    @BeforeEach
    final void openWitness() {
        witness = open();
    }

    @AfterEach
    final void closeWitnesses() {
        others.forEach(AuditWitness::close);
        witness.close();
    }

    @Override
    public final AuditWitness witness() {
        return witness;
    }

    @Override
    public final AuditWitness another() {
        AuditWitness opened = open();
        others.add(opened);
        return opened;
    }

    @Override
    public final void reopen() {
        witness.close();
        witness = open();
    }
}
