package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AtOnce;
import com.klinity.platform.testkit.Practitioner;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;

class ConcurrencyTest {

    private final Practitioner ana = Clinic.practitioner();
    private final Answer patient = patient(ana, "Ana Souza");

    @RepeatedTest(5)
    void of_many_changes_from_one_version_a_single_one_succeeds() {
        Callable<Answer> change = () -> ana.patch(location(patient), patient.etag(), "{\"name\": \"Ana Lima\"}");
        List<Integer> statuses = statuses(Collections.nCopies(6, change));
        assertEquals(
                List.of(200, 412, 412, 412, 412, 412),
                statuses.stream().sorted().toList());
    }

    @RepeatedTest(10)
    void a_patient_is_either_booked_or_deleted() {
        List<Integer> statuses = statuses(List.of(
                () -> ana.post(APPOINTMENTS, booking(patient.id(), NINE, "")),
                () -> ana.delete(location(patient), patient.etag())));
        assertTrue(Set.of(List.of(201, 409), List.of(422, 204)).contains(statuses), statuses::toString);
    }

    static List<Integer> statuses(List<Callable<Answer>> calls) {
        return AtOnce.all(calls).stream().map(Answer::status).toList();
    }
}
