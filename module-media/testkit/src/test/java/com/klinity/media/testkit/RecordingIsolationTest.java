package com.klinity.media.testkit;

import static com.klinity.media.testkit.Studio.SERVER;
import static com.klinity.media.testkit.Studio.told;
import static com.klinity.media.testkit.Studio.wav;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Practitioner;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another account's recordings answer as those that never were. */
@Tag("AC-1")
class RecordingIsolationTest {

    private static final String NOWHERE = "/v1/recordings/" + UUID.randomUUID();

    private final Practitioner ana = SERVER.practitioner();
    private final Practitioner bea = SERVER.practitioner();
    private final String appointment = Studio.appointment(bea);
    private final String recording = Studio.recording(bea, appointment, wav(0.1));

    @ParameterizedTest
    @ValueSource(strings = {"", "/content"})
    void reading(String part) {
        assertEquals(told(ana.get(NOWHERE + part)), told(ana.get(recording + part)));
    }

    @Test
    void reading_a_range_past_the_end() {
        assertEquals(
                told(ana.get(NOWHERE + "/content", "Range", "bytes=999999-")),
                told(ana.get(recording + "/content", "Range", "bytes=999999-")));
    }

    @Test
    void removing() {
        assertEquals(told(ana.delete(NOWHERE)), told(ana.delete(recording)));
        assertEquals(200, bea.get(recording).status());
    }

    @Test
    void listing() {
        String nowhere = "/v1/appointments/" + UUID.randomUUID();
        assertEquals(told(ana.get(nowhere + "/recordings")), told(ana.get(appointment + "/recordings")));
    }

    @Test
    void recording() {
        String nowhere = "/v1/appointments/" + UUID.randomUUID();
        assertEquals(told(Studio.upload(ana, nowhere, wav(1))), told(Studio.upload(ana, appointment, wav(1))));
    }
}
