package com.klinity.audit.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several servers, and several threads of each, use one witness. */
@Tag("LG-3")
interface SharingContract extends WitnessUnderTest {

    /** How many at once. */
    int CROWD = 8;

    /** After which what does not appear never will. */
    Duration PATIENCE = Duration.ofMinutes(1);

    /** Long enough to be caught half written. */
    int LONG = (2 << 20) + 11;

    @Test
    default void another_server_reads_what_this_one_kept() {
        AuditWitness other = another();
        witness().keep(4, WitnessUnderTest.document(4));
        assertArrayEquals(WitnessUnderTest.document(4), other.read(4).orElseThrow());
    }

    @Test
    default void another_server_knows_the_last() {
        AuditWitness other = another();
        witness().keep(4, WitnessUnderTest.document(4));
        assertEquals(OptionalLong.of(4), other.last());
    }

    @Test
    default void another_servers_bytes_are_a_conflict() {
        another().keep(4, WitnessUnderTest.document(5));
        assertEquals(Code.CONFLICT, failureOf(4, WitnessUnderTest.document(4)));
    }

    @Test
    default void of_different_bytes_at_once_exactly_one_is_kept() {
        List<byte[]> documents = documents();
        List<Optional<Code>> outcomes = atOnce(place -> keep(place, 1, documents.get(place)));
        Map<Optional<Code>, Long> counted =
                outcomes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(Map.of(Optional.empty(), 1L, Optional.of(Code.CONFLICT), CROWD - 1L), counted);
    }

    @Test
    default void of_different_bytes_at_once_the_one_that_was_told_so_is_kept() {
        List<byte[]> documents = documents();
        List<Optional<Code>> outcomes = atOnce(place -> keep(place, 1, documents.get(place)));
        assertArrayEquals(
                documents.get(outcomes.indexOf(Optional.<Code>empty())),
                witness().read(1).orElseThrow());
    }

    @Test
    default void the_same_bytes_at_once_are_kept_for_all() {
        byte[] document = WitnessUnderTest.noise(LONG);
        assertEquals(
                List.of(Optional.<Code>empty()),
                atOnce(place -> keep(place, 1, document)).stream().distinct().toList());
    }

    @Test
    default void different_numbers_at_once_are_all_kept() {
        atOnce(place -> keep(place, place + 1L, WitnessUnderTest.document(place)));
        for (int place = 0; place < CROWD; place++) {
            assertArrayEquals(
                    WitnessUnderTest.document(place), witness().read(place + 1L).orElseThrow());
        }
    }

    @Test
    default void a_document_is_seen_whole_or_not_at_all() {
        byte[] document = WitnessUnderTest.noise(LONG);
        List<Boolean> whole =
                atOnce(place -> place == 0 ? keep(place, 1, document).isEmpty() : readWhole(1, document));
        assertEquals(List.of(true), whole.stream().distinct().toList());
    }

    /** Reads until it is there. Every failure on the way, and every other content, is one. */
    private boolean readWhole(long number, byte[] document) {
        Optional<byte[]> read = witness().read(number);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (read.isEmpty() && System.nanoTime() < until) {
            read = witness().read(number);
        }
        return read.filter(bytes -> Arrays.equals(bytes, document)).isPresent();
    }

    /** By one of two servers; empty when it was kept. */
    private Optional<Code> keep(int place, long number, byte[] document) {
        try {
            (place % 2 == 0 ? witness() : another()).keep(number, document);
            return Optional.empty();
        } catch (WitnessFailure e) {
            return Optional.of(e.code());
        }
    }

    private static List<byte[]> documents() {
        return IntStream.range(0, CROWD)
                .mapToObj(place -> {
                    byte[] document = WitnessUnderTest.noise(LONG);
                    document[place] ^= 1;
                    return document;
                })
                .toList();
    }

    private static <T> List<T> atOnce(IntFunction<T> action) {
        CyclicBarrier start = new CyclicBarrier(CROWD);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = IntStream.range(0, CROWD)
                    .mapToObj(place -> (Callable<T>) () -> {
                        start.await();
                        return action.apply(place);
                    })
                    .toList();
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts tests", e);
        }
    }
}
