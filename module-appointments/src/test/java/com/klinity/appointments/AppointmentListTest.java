package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.appointment;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.patient;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentListTest {

    private static final String MONDAY = "2026-03-02T09:00:00Z";
    private static final String TUESDAY = "2026-03-03T09:00:00Z";
    private static final String WEDNESDAY = "2026-03-04T09:00:00Z";

    private final Practitioner ana = Clinic.practitioner();
    private final String patient = patient(ana, "Ana Souza").id();

    @Test
    void appointments_come_in_the_order_in_which_they_start() {
        book(TUESDAY, WEDNESDAY, MONDAY);
        assertEquals(List.of(MONDAY, TUESDAY, WEDNESDAY), starts(""));
    }

    @Test
    void a_time_span_includes_its_beginning_and_not_its_end() {
        book(MONDAY, TUESDAY, WEDNESDAY);
        assertEquals(List.of(MONDAY, TUESDAY), starts("?from=" + MONDAY + "&to=" + WEDNESDAY));
    }

    @Test
    void a_time_span_may_be_given_with_an_offset() {
        book(MONDAY, TUESDAY);
        assertEquals(List.of(TUESDAY), starts("?from=2026-03-03T06:00:00-03:00"));
    }

    @Test
    void a_status_is_picked() {
        book(MONDAY);
        ana.post(APPOINTMENTS, booking(patient, TUESDAY, ", \"status\": \"in_progress\""));
        assertEquals(List.of(TUESDAY), starts("?status=in_progress"));
    }

    @Test
    void a_patient_is_picked() {
        book(MONDAY);
        String other = patient(ana, "Bea").id();
        appointment(ana, other, TUESDAY);
        assertEquals(List.of(TUESDAY), starts("?patientId=" + other));
    }

    @Test
    void all_filters_hold_together() {
        book(MONDAY, TUESDAY, WEDNESDAY);
        assertEquals(
                List.of(TUESDAY),
                starts("?from=" + TUESDAY + "&to=" + WEDNESDAY + "&status=scheduled&patientId=" + patient));
    }

    @Test
    void a_patient_nobody_knows_has_no_appointments() {
        assertEquals(List.of(), starts("?patientId=" + Clinic.unknown()));
    }

    @Test
    void pages_follow_each_other_even_where_all_start_at_once() {
        book(MONDAY, MONDAY, MONDAY, MONDAY, MONDAY);
        assertEquals(
                5,
                Pages.walk("id", 2, query -> ana.get(APPOINTMENTS + query)).stream()
                        .distinct()
                        .count());
    }

    @Test
    void pages_keep_their_filter() {
        book(MONDAY, TUESDAY, WEDNESDAY);
        assertEquals(
                List.of(TUESDAY, WEDNESDAY),
                Pages.walk("startsAt", 1, query -> ana.get(APPOINTMENTS + query + "&from=" + TUESDAY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=x",
                "from=2026-03-01",
                "from=",
                "to=2026-02-30T00:00:00Z",
                "to=%2B10000-01-01T00:00:00Z",
                "to=-0001-01-01T00:00:00Z",
                "status=done",
                "status=SCHEDULED",
                "status=",
                "patientId=x",
                "patientId=1-1-1-1-1",
                "patientId=%00",
                "from=" + MONDAY + "&from=" + TUESDAY,
                "limit=0",
                "limit=201",
                "cursor=x",
                "cursor=",
                "accountId=x",
                "sort=title"
            })
    void a_list_refuses_what_it_does_not_know(String query) {
        assertEquals(400, ana.get(APPOINTMENTS + "?" + query).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=0000-01-01T00:00:00Z",
                "to=9999-12-31T23:59:59.999999999Z",
                "from=0000-01-01T00:00:00%2B18:00"
            })
    void the_ends_of_the_calendar_are_times(String query) {
        assertEquals(200, ana.get(APPOINTMENTS + "?" + query).status());
    }

    private void book(String... starts) {
        for (String start : starts) {
            appointment(ana, patient, start);
        }
    }

    private List<String> starts(String query) {
        return Clinic.each(ana.get(APPOINTMENTS + query), "startsAt");
    }
}
