package com.klinity.appointments;

import static com.klinity.appointments.Clinic.APPOINTMENTS;
import static com.klinity.appointments.Clinic.NINE;
import static com.klinity.appointments.Clinic.PATIENTS;
import static com.klinity.appointments.Clinic.booking;
import static com.klinity.appointments.Clinic.patient;
import static com.klinity.appointments.Clinic.pointers;
import static com.klinity.appointments.Clinic.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short texts say what they show. */
class ShortTextTest {

    private final Practitioner ana = Clinic.practitioner();

    /** As JSON escapes, so that each is seen here. */
    static Stream<String> deceptions() {
        return Stream.of(
                        "202a", "202b", "202c", "202d", "202e", "2066", "2067", "2068", "2069", "206a", "2028", "2029",
                        "fff9", "0007", "0085", "001b", "000a")
                .map(code -> "\\u" + code);
    }

    @ParameterizedTest
    @MethodSource("deceptions")
    void a_name_that_reads_like_another_is_422(String character) {
        assertEquals(List.of("/name"), pointers(named("Ana" + character + "Lima")));
    }

    @ParameterizedTest
    @MethodSource("deceptions")
    void an_external_id_that_reads_like_another_is_422(String character) {
        Answer answer = ana.post(PATIENTS, "{\"name\": \"A\", \"externalId\": \"1" + character + "2\"}");
        assertEquals(List.of("/externalId"), pointers(answer));
    }

    @ParameterizedTest
    @MethodSource("deceptions")
    void a_title_that_reads_like_another_is_422(String character) {
        assertEquals(List.of("/title"), pointers(titled("a" + character + "b")));
    }

    @ParameterizedTest
    @MethodSource("deceptions")
    void an_address_that_reads_like_another_is_422(String character) {
        Answer answer =
                ana.post(PATIENTS, "{\"name\": \"A\", \"contact\": {\"email\": \"a" + character + "b@example.org\"}}");
        assertEquals(List.of("/contact/email"), pointers(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u200b",
                "\\u200d\\u200c",
                "\\u2060\\ufeff",
                "\\u00ad",
                "\\u3164",
                "\\u115f\\u1160",
                "\\uffa0",
                "\\u2800",
                "\\u034f",
                "\\ufe0f",
                "\\u0301",
                "\\u180e",
                "\\u200e\\u200f",
                "\\u00a0\\u3000",
                "\\udb40\\udc41",
                "\\ue000",
                "\\u2007 \\u200b"
            })
    void a_name_that_nobody_sees_is_422(String name) {
        assertEquals(422, named(name).status());
    }

    @Test
    void a_number_that_nobody_sees_is_422() {
        Answer answer = ana.post(PATIENTS, "{\"name\": \"A\", \"externalId\": \"\\u3164\"}");
        assertEquals(List.of("/externalId"), pointers(answer));
    }

    @Test
    void a_title_that_nobody_sees_is_422() {
        assertEquals(List.of("/title"), pointers(titled("\\u3164")));
    }

    @Test
    void a_title_of_spaces_is_none() {
        assertTrue(titled(" \\u00a0 ").json().path("title").isMissingNode());
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " Ana Lima ,Ana Lima",
                "\\u00a0Ana\\u3000,Ana",
                "\\ufeffAna\\u200b,Ana",
                "Ana   da \\u00a0 Lima,Ana da Lima",
                "山田\\u3000太郎,山田\u3000太郎"
            })
    void spaces_at_the_ends_go_and_runs_become_one(String sent, String kept) {
        assertEquals(kept, text(named(sent), "name"));
    }

    @Test
    void what_a_script_needs_stays() {
        String name = "علی\u200cرضا \u200fنور";
        assertEquals(name, text(named(name), "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udfffb", "\\udc00\\ud800", "\\u0000", "Ana\\u0000"})
    void what_cannot_be_stored_is_refused(String name) {
        assertEquals(400, named(name).status());
    }

    @Test
    void spaces_at_the_ends_of_an_address_go() {
        Answer answer = ana.post(PATIENTS, "{\"name\": \"A\", \"contact\": {\"email\": \" a@example.org \"}}");
        assertEquals("a@example.org", answer.json().at("/contact/email").asString());
    }

    private Answer named(String name) {
        return ana.post(PATIENTS, "{\"name\": \"" + name + "\"}");
    }

    private Answer titled(String title) {
        String patient = patient(ana, "Ana").id();
        return ana.post(APPOINTMENTS, booking(patient, NINE, ", \"title\": \"" + title + "\""));
    }
}
