package com.klinity.platform.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.StreamsModule.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
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

    private static final Duration A_SECOND = Duration.ofSeconds(1);
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
        BestOfThree.within(A_SECOND, () -> slowerEnd(ending, kind));
    }

    private static long slowerEnd(Ending ending, Kind kind) throws Exception {
        UUID account = UUID.randomUUID();
        try (OpenAnswer first = OpenAnswer.of(FIRST, STREAMS, account, kind);
                OpenAnswer second = OpenAnswer.of(SECOND, STREAMS, account, kind)) {
            long committed = ending.of(FIRST, account);
            return Math.max(first.nanosFrom(committed), second.nanosFrom(committed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_caller_cannot_take_the_part_for_the_whole(Kind kind) throws Exception {
        UUID account = UUID.randomUUID();
        try (OpenAnswer open = OpenAnswer.of(FIRST, STREAMS, account, kind)) {
            Ending.SUSPENSION.of(FIRST, account);
            String end = open.lastOfTheRest();
            assertFalse(end.endsWith("0\r\n\r\n"), "the last chunk");
        }
    }

    @Test
    void a_caller_who_reads_a_download_as_fast_as_it_comes_is_cut_off_too() throws Exception {
        BestOfThree.within(A_SECOND, StreamCutTest::endOfFastDownload);
    }

    private static long endOfFastDownload() throws Exception {
        UUID account = UUID.randomUUID();
        try (OpenAnswer open = OpenAnswer.of(FIRST, STREAMS, account, Kind.DOWNLOAD)) {
            Thread reader = Thread.startVirtualThread(open::lastOfTheRest);
            long took = open.nanosFrom(Ending.SIGN_OUT.of(FIRST, account));
            assertTrue(reader.join(Duration.ofSeconds(20)), "the connection stayed open");
            return took;
        }
    }

    @Test
    void another_accounts_answer_goes_on() throws Exception {
        UUID account = UUID.randomUUID();
        try (OpenAnswer ended = OpenAnswer.of(FIRST, STREAMS, account, Kind.EVENTS);
                OpenAnswer other = OpenAnswer.of(FIRST, STREAMS, UUID.randomUUID(), Kind.STUBBORN)) {
            ended.nanosFrom(Ending.SUSPENSION.of(FIRST, account));
            other.readOn(500);
            assertFalse(other.end().isDone());
        }
    }

    @Test
    void a_token_of_after_the_sign_out_is_not_touched_by_it() throws Exception {
        UUID account = UUID.randomUUID();
        FIRST.practitioner(account).get("/v1/notes");
        Ending.SIGN_OUT.of(FIRST, account);
        try (OpenAnswer open = OpenAnswer.of(FIRST, STREAMS, account, Kind.STUBBORN)) {
            open.readOn(500);
            assertFalse(open.end().isDone());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_server_serves_on_afterwards(Kind kind) throws Exception {
        UUID account = UUID.randomUUID();
        try (OpenAnswer open = OpenAnswer.of(FIRST, STREAMS, account, kind)) {
            open.nanosFrom(Ending.SUSPENSION.of(FIRST, account));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(200, FIRST.practitioner().get("/v1/notes").status());
        }
    }
}
