package com.klinity.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.media.testkit.InMemoryBlobStoreProvider;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database and one store: either may get the work. */
class TwoServersTest {

    private final InMemoryBlobStoreProvider blobs = new InMemoryBlobStoreProvider();
    private final ScriptedEngine firstEngine = new ScriptedEngine();
    private final ScriptedEngine secondEngine = new ScriptedEngine();
    private static final long PROMISED = TimeUnit.SECONDS.toNanos(5);

    private final TestServer first = start(firstEngine, Optional.empty());
    private final TestServer second = start(secondEngine, Optional.of(first));
    private final Gate firstGate = new Gate();
    private final Gate secondGate = new Gate();
    private final UUID account = UUID.randomUUID();
    private final String transcript = Studio.transcript(
            first.practitioner(account), ScriptedEngine.wish(Map.of(firstEngine, firstGate, secondEngine, secondGate)));
    private final boolean atFirst = firstGetsIt();

    @AfterEach
    void nobody_is_left() {
        firstGate.open();
        secondGate.open();
        first.close();
        second.close();
    }

    @Test
    void a_cancellation_reaches_the_other_server() {
        idle().practitioner(account).post(transcript + "/cancel");
        (atFirst ? firstGate : secondGate).awaitEnd();
        assertEquals("cancelled", Studio.status(busy().practitioner(account), transcript));
    }

    @Test
    void consent_that_is_withdrawn_at_one_server_stops_the_other_in_the_promised_time() {
        Practitioner ana = idle().practitioner(account);
        String recording = ana.get(transcript).json().path("recordingId").asString();
        String appointment = ana.get("/v1/recordings/" + recording)
                .json()
                .path("appointmentId")
                .asString();
        long before = System.nanoTime();
        assertEquals(
                201,
                ana.post("/v1/appointments/" + appointment + "/consents", "{\"given\": false}")
                        .status());
        (atFirst ? firstGate : secondGate).awaitEnd();
        assertTrue(System.nanoTime() - before < PROMISED);
        assertEquals("cancelled", Studio.status(busy().practitioner(account), transcript));
    }

    @Test
    void the_other_server_goes_on_where_one_stops() {
        busy().close();
        Gate other = atFirst ? secondGate : firstGate;
        other.awaitEngine();
        other.open();
        Practitioner ana = idle().practitioner(account);
        idle().await(() -> Studio.status(ana, transcript).equals("completed"));
        assertEquals("2", ana.get(transcript).json().path("attempts").asString());
    }

    private TestServer busy() {
        return atFirst ? first : second;
    }

    private TestServer idle() {
        return atFirst ? second : first;
    }

    private boolean firstGetsIt() {
        first.await(() -> firstGate.hasEngine() || secondGate.hasEngine());
        return firstGate.hasEngine();
    }

    private TestServer start(ScriptedEngine engine, Optional<TestServer> neighbour) {
        TestServer.Builder server = TestServer.of(
                        new AppointmentsModule(), new MediaModule(), new TranscriptionModule())
                .adapter(blobs)
                .adapter(engine)
                .setting("klinity.media.store", "memory")
                .setting("klinity.transcription.engine", ScriptedEngine.NAME);
        neighbour.ifPresent(other -> server.setting("klinity.database.url", database(other)));
        return server.start();
    }

    private static String database(TestServer server) {
        try (Connection connection = server.connect(DatabaseRole.APP)) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
