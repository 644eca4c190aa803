package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.StreamsModule.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to answers that are on their way when the account loses its right to act. */
@Tag("AC-6")
@Tag("AC-7")
@Tag("AC-8")
class StreamCutTest {

    private static final long A_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final StreamsModule STREAMS = new StreamsModule();
    private static final TestServer FIRST =
            TestServer.of(new NotesModule(), STREAMS).start();
    private static final TestServer SECOND = FIRST.sibling();

    @AfterAll
    static void stop() {
        SECOND.close();
        FIRST.close();
    }

    static Stream<Arguments> all() {
        return Arrays.stream(Ending.values())
                .flatMap(ending -> Arrays.stream(Kind.values()).map(kind -> Arguments.of(ending, kind)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_open_answer_ends_within_a_second_on_every_node(Ending ending, Kind kind) throws Exception {
        UUID account = UUID.randomUUID();
        try (Open first = new Open(FIRST, account, kind);
                Open second = new Open(SECOND, account, kind)) {
            long committed = ending.of(FIRST, account);
            assertTrue(first.nanosFrom(committed) <= A_SECOND, () -> "first: " + first.nanosFrom(committed));
            assertTrue(second.nanosFrom(committed) <= A_SECOND, () -> "second: " + second.nanosFrom(committed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_caller_cannot_take_the_part_for_the_whole(Kind kind) throws Exception {
        UUID account = UUID.randomUUID();
        try (Open open = new Open(FIRST, account, kind)) {
            Ending.SUSPENSION.of(FIRST, account);
            String end = open.lastOfTheRest();
            assertFalse(end.endsWith("0\r\n\r\n"), "the last chunk");
        }
    }

    @Test
    void a_caller_who_reads_a_download_as_fast_as_it_comes_is_cut_off_too() throws Exception {
        UUID account = UUID.randomUUID();
        try (Open open = new Open(FIRST, account, Kind.DOWNLOAD)) {
            Thread reader = Thread.startVirtualThread(open::lastOfTheRest);
            long committed = Ending.SIGN_OUT.of(FIRST, account);
            assertTrue(open.nanosFrom(committed) <= A_SECOND, () -> "" + open.nanosFrom(committed));
            assertTrue(reader.join(Duration.ofSeconds(20)), "the connection stayed open");
        }
    }

    @Test
    void another_accounts_answer_goes_on() throws Exception {
        UUID account = UUID.randomUUID();
        try (Open ended = new Open(FIRST, account, Kind.EVENTS);
                Open other = new Open(FIRST, UUID.randomUUID(), Kind.STUBBORN)) {
            ended.nanosFrom(Ending.SUSPENSION.of(FIRST, account));
            other.readOn(500);
            assertFalse(other.run.end().isDone());
        }
    }

    @Test
    void a_token_of_after_the_sign_out_is_not_touched_by_it() throws Exception {
        UUID account = UUID.randomUUID();
        FIRST.practitioner(account).get("/v1/notes");
        Ending.SIGN_OUT.of(FIRST, account);
        try (Open open = new Open(FIRST, account, Kind.STUBBORN)) {
            open.readOn(500);
            assertFalse(open.run.end().isDone());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_server_serves_on_afterwards(Kind kind) throws Exception {
        UUID account = UUID.randomUUID();
        try (Open open = new Open(FIRST, account, kind)) {
            open.nanosFrom(Ending.SUSPENSION.of(FIRST, account));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(200, FIRST.practitioner().get("/v1/notes").status());
        }
    }

    /** An answer whose beginning has arrived; its reader then rests, and its writer with it. */
    private static final class Open implements AutoCloseable {

        private static final int BEGINNING = 10;

        final StreamsModule.Run run;
        private final KeptConnection connection;

        Open(TestServer server, UUID account, Kind kind) throws Exception {
            UUID id = UUID.randomUUID();
            run = STREAMS.run(id);
            connection = KeptConnection.to(server.address());
            connection.request(
                    "GET",
                    StreamsModule.path(id, kind),
                    "Authorization: Bearer " + server.practitioner(account).token());
            assertEquals(200, connection.head().status());
            readOn(BEGINNING);
            Thread writer = run.writer().get(20, TimeUnit.SECONDS);
            server.await(
                    () -> writer.getState() == Thread.State.WAITING || writer.getState() == Thread.State.TIMED_WAITING);
        }

        void readOn(int bytes) throws IOException {
            connection.rest().readNBytes(bytes);
        }

        /** From that moment to the writer's end. */
        long nanosFrom(long moment) {
            return run.end().orTimeout(20, TimeUnit.SECONDS).join() - moment;
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
}
