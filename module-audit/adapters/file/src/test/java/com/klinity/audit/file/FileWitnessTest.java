package com.klinity.audit.file;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.testkit.AuditWitnessContract;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The folder keeps the contract. */
class FileWitnessTest extends AuditWitnessContract {

    @TempDir
    Path data;

    @Override
    protected AuditWitness open() {
        return new FileWitnessProvider().open(TestSettings.of(data, Map.of()), InstantSource.system());
    }
}
