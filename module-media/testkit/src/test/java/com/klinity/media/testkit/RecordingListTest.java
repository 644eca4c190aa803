package com.klinity.media.testkit;

import static com.klinity.media.testkit.Studio.SERVER;
import static com.klinity.media.testkit.Studio.appointment;
import static com.klinity.media.testkit.Studio.ids;
import static com.klinity.media.testkit.Studio.recording;
import static com.klinity.media.testkit.Studio.wav;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingListTest {

    private static final byte[] SHORT = wav(0.1);

    private final Practitioner ana = SERVER.practitioner();
    private final String appointment = appointment(ana);

    @Test
    void an_appointment_without_recordings_has_an_empty_list() {
        assertEquals(
                "{\"items\":[],\"nextCursor\":null}",
                ana.get(appointment + "/recordings").text());
    }

    @Test
    void recordings_of_other_appointments_are_not_listed() {
        recording(ana, SHORT);
        assertEquals(List.of(), ids(ana.get(appointment + "/recordings")));
    }

    @Test
    void pages_follow_one_another_oldest_first() {
        List<UUID> created = Stream.generate(() -> Studio.id(recording(ana, appointment, SHORT)))
                .limit(3)
                .toList();
        Answer first = ana.get(appointment + "/recordings?limit=2");
        String cursor = first.json().get("nextCursor").asString();
        Answer second = ana.get(appointment + "/recordings?limit=2&cursor=" + cursor);
        assertEquals(
                created,
                Stream.of(first, second).flatMap(page -> ids(page).stream()).toList());
        assertTrue(second.json().get("nextCursor").isNull());
    }

    @Test
    void items_show_what_single_recordings_show() {
        String recording = recording(ana, appointment, SHORT);
        assertEquals(
                ana.get(recording).json(),
                ana.get(appointment + "/recordings").json().get("items").get(0));
    }

    @Test
    void an_unknown_appointment_is_404() {
        assertEquals(
                404,
                ana.get("/v1/appointments/" + UUID.randomUUID() + "/recordings").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x", "sort=name"})
    void a_query_that_is_not_known_is_400(String query) {
        assertEquals(400, ana.get(appointment + "/recordings?" + query).status());
    }

    @Test
    @Tag("LG-1")
    void a_list_is_one_entry_that_names_every_recording() {
        List<UUID> created =
                List.of(Studio.id(recording(ana, appointment, SHORT)), Studio.id(recording(ana, appointment, SHORT)));
        int before = ana.auditEntries().size();
        ana.get(appointment + "/recordings");
        assertEquals(before + 1, ana.auditEntries().size());
        assertEquals(created, ana.auditEntries().getLast().resourceIds());
    }
}
