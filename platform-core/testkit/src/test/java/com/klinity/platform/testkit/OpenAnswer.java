package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.StreamsModule.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An answer whose beginning has arrived; its reader then rests, and its writer with it. */
record OpenAnswer(StreamsModule.Run run, KeptConnection connection) implements AutoCloseable {

    private static final int BEGINNING = 10;
    private static final int PATIENCE_SECONDS = 20;

    static OpenAnswer of(TestServer server, StreamsModule streams, UUID account, Kind kind) throws IOException {
        UUID id = UUID.randomUUID();
        OpenAnswer answer = new OpenAnswer(streams.run(id), KeptConnection.to(server.address()));
        answer.connection.request(
                "GET",
                StreamsModule.path(id, kind),
                "Authorization: Bearer " + server.practitioner(account).token());
        assertEquals(200, answer.connection.head().status());
        answer.readOn(BEGINNING);
        server.await(answer::writerRests);
        return answer;
    }

    private boolean writerRests() {
        Thread writer =
                run.writer().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return writer.getState() == Thread.State.WAITING || writer.getState() == Thread.State.TIMED_WAITING;
    }

    void readOn(int bytes) throws IOException {
        connection.rest().readNBytes(bytes);
    }

    /** When the writer ended. */
    CompletableFuture<Long> end() {
        return run.end();
    }

    /** From that moment to the writer's end. */
    long nanosFrom(long moment) {
        return end().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join() - moment;
    }

    /** Reads to the end, which must come, and gives what came last. */
    String lastOfTheRest() {
        byte[] last = new byte[0];
        byte[] portion = new byte[1 << 16];
        try (InputStream in = connection.rest()) {
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                last = Arrays.copyOf(portion, read);
            }
        } catch (SocketException e) {
            return "reset";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new String(last, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
