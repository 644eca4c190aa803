package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.Klinity;
import com.klinity.platform.Launch;
import com.klinity.platform.OperatorDesk;
import com.klinity.platform.OperatorDesk.Outcome;
import com.klinity.platform.RetentionDesk;
import com.klinity.platform.spi.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suspension on the database of the evaluation mode. */
class EmbeddedOperatorTest {

    @TempDir
    Path folder;

    private final UUID account = UUID.randomUUID();

    @Test
    @Tag("AC-6")
    void beside_a_running_server_and_without_one() {
        try (Klinity server = Klinity.start(launch())) {
            assertEquals(200, status(server));
            assertEquals(Outcome.DONE, suspend());
            assertEquals(403, status(server));
        }
        try (OperatorDesk desk = OperatorDesk.open(launch())) {
            assertEquals(Outcome.DONE, desk.reinstate(account));
        }
        try (Klinity server = Klinity.start(launch())) {
            assertEquals(200, status(server));
        }
    }

    @Test
    @Tag("LG-4")
    void the_retention_role_gets_in_beside_a_running_server_too() {
        try (Klinity server = Klinity.start(launch());
                RetentionDesk<String> desk = RetentionDesk.open(launch(), settings -> "read")) {
            assertEquals(200, status(server));
            assertEquals(List.of(), desk.log().due(Period.ofYears(6), 1));
        }
    }

    @Test
    @Tag("AC-10")
    void emergency_access_is_recorded_beside_a_running_server_and_without_one() {
        try (Klinity server = Klinity.start(launch())) {
            assertEquals(200, status(server));
            assertEquals(1, recordEmergency());
        }
        assertEquals(2, recordEmergency());
    }

    @Test
    void a_folder_without_a_database_gets_none() {
        StartFailure failure = assertThrows(StartFailure.class, () -> OperatorDesk.open(launch()));
        assertTrue(failure.faults().getFirst().startsWith("klinity.data.directory: there is no database in"));
        assertFalse(Files.exists(folder.resolve("postgresql")));
    }

    /** How many there are then. */
    private int recordEmergency() {
        try (OperatorDesk desk = OperatorDesk.open(launch())) {
            desk.emergencies().record(Desk.access(account));
            return desk.emergencies().all().size();
        }
    }

    private Outcome suspend() {
        try (OperatorDesk desk = OperatorDesk.open(launch())) {
            return desk.suspend(account, "stolen device");
        }
    }

    private int status(Klinity server) {
        String token = TestIssuer.token(account, Instant.now());
        return new Client(server.address(), Optional.of(token)).get("/v1/notes").status();
    }

    private Launch launch() {
        return new Launch(
                folder,
                Map.of(
                        "klinity.data.directory", folder.toString(),
                        "klinity.server.port", "0",
                        "klinity.management.port", "0"),
                false,
                Optional.of(new Launch.Given(
                        List.of(new NotesModule(), new TestIssuer()), List.of(), InstantSource.system())));
    }
}
