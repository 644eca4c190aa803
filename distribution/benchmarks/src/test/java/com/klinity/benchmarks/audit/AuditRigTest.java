package com.klinity.benchmarks.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.klinity.benchmarks.load.Contender;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both logs on tiny numbers, where the image is there. Says nothing about speed. */
class AuditRigTest {

    private static final Path IMAGE =
            Path.of("..", "target", "klinity").toAbsolutePath().normalize();

    @Test
    void both_take_entries_and_one_of_them_has_chains(@TempDir Path folder) {
        assumeTrue(Files.isExecutable(IMAGE.resolve("bin/klinity")), "the image is not built");
        try (AuditRig rig = AuditRig.start(IMAGE, folder, 2)) {
            for (Contender contender : rig.contenders(2)) {
                assertTrue(contender.run(2, 2).perSecond() > 0, contender.name());
            }
            String moved = "select count(*) from audit.heads where sequence > 0";
            assertEquals("2", rig.logs().chained().ask(moved));
            assertEquals("0", rig.logs().plain().ask(moved));
            String hashed = "select count(*) from audit.entries where hash <> ''";
            assertNotEquals("0", rig.logs().chained().ask(hashed));
            assertEquals("0", rig.logs().plain().ask(hashed));
        }
    }
}
