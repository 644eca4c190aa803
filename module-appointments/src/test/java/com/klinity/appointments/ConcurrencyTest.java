package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;

class ConcurrencyTest {

    private static final int PATIENCE_SECONDS = 60;

    private final Practitioner ana = Clinic.practitioner();
    private final Answer patient = patient(ana, "Ana Souza");

    @RepeatedTest(5)
    void of_many_changes_from_one_version_a_single_one_succeeds() {
        Supplier<Answer> change = () -> ana.patch(location(patient), patient.etag(), "{\"name\": \"Ana Lima\"}");
        List<Integer> statuses = atOnce(Collections.nCopies(6, change));
        assertEquals(
                List.of(200, 412, 412, 412, 412, 412),
                statuses.stream().sorted().toList());
    }

    @RepeatedTest(10)
    void a_patient_is_either_booked_or_deleted() {
        List<Integer> statuses = atOnce(List.of(
                () -> ana.post(APPOINTMENTS, booking(patient.id(), NINE, "")),
                () -> ana.delete(location(patient), patient.etag())));
        assertTrue(Set.of(List.of(201, 409), List.of(422, 204)).contains(statuses), statuses::toString);
    }

    static List<Integer> atOnce(List<Supplier<Answer>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> answers = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> after(start, call), threads)
                            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private static int after(CyclicBarrier start, Supplier<Answer> call) {
        try {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        return call.get().status();
    }
}
