package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.appointment;
import static com.klinity.appointments.Clinic.location;
import static com.klinity.appointments.Clinic.patient;
import static com.klinity.appointments.Clinic.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortedListTest {

    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String ELEVEN = "2026-03-01T11:00:00Z";

    private final Practitioner ana = Clinic.practitioner();

    @ParameterizedTest
    @CsvSource({
        "name, Álvaro Bea Éder Zoe",
        "-name, Zoe Éder Bea Álvaro",
        "createdAt, Zoe Álvaro Éder Bea",
        "-createdAt, Bea Éder Álvaro Zoe"
    })
    void patients_come_in_the_order_that_is_asked_for(String sort, String order) {
        for (String name : List.of("Zoe", "Álvaro", "Éder", "Bea")) {
            patient(ana, name);
        }
        assertEquals(
                List.of(order.split(" ")), Pages.walk("name", 1, query -> ana.get(PATIENTS + query + "&sort=" + sort)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name"})
    void patients_of_one_name_are_each_shown_once(String sort) {
        Set<String> ids = Set.of(
                patient(ana, "Ana").id(),
                patient(ana, "ANA").id(),
                patient(ana, "Áná").id());
        List<String> shown = Pages.walk("id", 1, query -> ana.get(PATIENTS + query + "&sort=" + sort));
        assertEquals(3, shown.size());
        assertEquals(ids, Set.copyOf(shown));
    }

    @Test
    void a_list_by_name_goes_on_where_the_last_one_shown_is_gone() {
        Answer first = patient(ana, "Ana");
        patient(ana, "Bea");
        String cursor = firstCursor("name");
        ana.delete(location(first), first.etag());
        assertEquals(List.of("Bea"), named(ana.get(PATIENTS + "?sort=name&cursor=" + cursor)));
    }

    @Test
    void a_list_by_name_goes_on_where_the_last_one_shown_is_renamed() {
        Answer first = patient(ana, "Ana");
        patient(ana, "Bea");
        String cursor = firstCursor("name");
        ana.patch(location(first), first.etag(), "{\"name\": \"Zoe\"}");
        assertEquals(List.of("Bea", "Zoe"), named(ana.get(PATIENTS + "?sort=name&cursor=" + cursor)));
    }

    @Test
    void a_cursor_holds_no_name() {
        patient(ana, "Anabela");
        patient(ana, "Bea");
        byte[] bytes = Base64.getUrlDecoder().decode(firstCursor("name"));
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("nabela"));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ?sort=-name",
        "name, ?sort=createdAt",
        "name, ''",
        "createdAt, ?sort=name",
        "createdAt, ?sort=-createdAt"
    })
    void a_cursor_of_another_order_is_400(String sort, String other) {
        patient(ana, "Ana");
        patient(ana, "Bea");
        String cursor = firstCursor(sort);
        String query = other.isEmpty() ? "?" : other + "&";
        assertEquals(400, ana.get(PATIENTS + query + "cursor=" + cursor).status());
    }

    @Test
    void a_cursor_of_another_list_is_400() {
        patient(ana, "Ana");
        patient(ana, "Bea");
        String cursor = text(ana.get(PATIENTS + "?limit=1"), "nextCursor");
        assertEquals(400, ana.get(APPOINTMENTS + "?cursor=" + cursor).status());
    }

    @Test
    void another_account_s_cursor_by_name_is_400() {
        patient(ana, "Ana");
        patient(ana, "Bea");
        Practitioner bea = Clinic.practitioner();
        patient(bea, "Caio");
        assertEquals(
                400,
                bea.get(PATIENTS + "?sort=name&cursor=" + firstCursor("name")).status());
    }

    @Test
    void a_cursor_that_was_tampered_with_is_400() {
        patient(ana, "Ana");
        patient(ana, "Bea");
        byte[] bytes = Base64.getUrlDecoder().decode(firstCursor("name"));
        bytes[bytes.length - 1] ^= 1;
        String tampered = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertEquals(400, ana.get(PATIENTS + "?sort=name&cursor=" + tampered).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name", "birthDate", "+name", "--name", "name,createdAt", "startsAt", "name&sort=name"})
    void an_order_that_is_not_offered_is_400(String sort) {
        assertEquals(400, ana.get(PATIENTS + "?sort=" + sort).status());
    }

    @Test
    void items_carry_the_version_that_a_change_needs() {
        Answer patient = patient(ana, "Ana");
        ana.patch(location(patient), patient.etag(), "{\"notes\": \"n\"}");
        assertEquals(List.of("2"), Clinic.each(ana.get(PATIENTS), "version"));
    }

    @Test
    void appointments_come_backwards_too() {
        book(patient(ana, "Ana").id());
        assertEquals(
                List.of(ELEVEN, TEN, NINE),
                Pages.walk("startsAt", 2, query -> ana.get(APPOINTMENTS + query + "&sort=-startsAt")));
    }

    @Test
    void appointments_show_whom_they_are_about_where_asked() {
        appointment(ana, patient(ana, "Bea").id(), TEN);
        appointment(ana, patient(ana, "Ana").id(), NINE);
        Answer list = ana.get(APPOINTMENTS + "?expand=patient");
        assertEquals(
                List.of("Ana", "Bea"),
                list.json()
                        .get("items")
                        .valueStream()
                        .map(item -> item.at("/patient/name").asString())
                        .toList());
    }

    @Test
    void appointments_show_no_patient_where_not_asked() {
        book(patient(ana, "Ana").id());
        assertFalse(ana.get(APPOINTMENTS).text().contains("\"patient\""));
    }

    @Test
    void who_was_shown_beside_the_appointments_is_in_the_entry() {
        String patient = patient(ana, "Ana").id();
        appointment(ana, patient, NINE);
        ana.get(APPOINTMENTS + "?expand=patient");
        AuditLine entry = ana.auditEntries().getLast();
        assertTrue(entry.resourceIds().contains(UUID.fromString(patient)), entry::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expand=", "expand=notes", "sort=name", "sort="})
    void a_list_of_appointments_refuses_what_it_does_not_offer(String query) {
        assertEquals(400, ana.get(APPOINTMENTS + "?" + query).status());
    }

    @Test
    void a_patient_s_appointments_are_its_own() {
        String patient = patient(ana, "Ana").id();
        book(patient);
        appointment(ana, patient(ana, "Bea").id(), NINE);
        assertEquals(
                List.of(ELEVEN, TEN),
                Clinic.each(ana.get(ofPatient(patient) + "?sort=-startsAt&from=" + TEN), "startsAt"));
    }

    @Test
    void the_appointments_of_nobody_are_404() {
        assertEquals(404, ana.get(ofPatient(Clinic.unknown())).status());
    }

    @Test
    void another_account_s_patient_has_no_appointments_here() {
        String patient = patient(Clinic.practitioner(), "Ana").id();
        assertEquals(
                Clinic.withoutRequest(ana.get(ofPatient(Clinic.unknown()))),
                Clinic.withoutRequest(ana.get(ofPatient(patient))));
    }

    private void book(String patient) {
        for (String start : List.of(TEN, NINE, ELEVEN)) {
            appointment(ana, patient, start);
        }
    }

    private String firstCursor(String sort) {
        return text(ana.get(PATIENTS + "?limit=1&sort=" + sort), "nextCursor");
    }

    private static List<String> named(Answer list) {
        return Clinic.each(list, "name");
    }

    private static String ofPatient(String patient) {
        return PATIENTS + "/" + patient + "/appointments";
    }
}
