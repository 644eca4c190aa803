package com.klinity.media.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.media.MediaModule;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RetentionSettingTest {

    @Test
    @Tag("RT-2")
    void a_recording_shows_when_it_is_due_for_deletion() {
        try (TestServer server =
                server().setting("klinity.media.retention-days", "30").start()) {
            Practitioner ana = server.practitioner();
            JsonNode recording = ana.get(Studio.recording(ana, Studio.wav(0.1))).json();
            Instant created = Instant.parse(recording.get("createdAt").asString());
            assertEquals(
                    created.plus(Duration.ofDays(30)),
                    Instant.parse(recording.get("deleteAfter").asString()));
        }
    }

    @Test
    void settings_out_of_bounds_stop_the_start_with_a_line_each() {
        TestServer.Builder broken = server().setting("klinity.media.retention-days", "-1")
                .setting("klinity.media.max-bytes", "2 GB")
                .setting("klinity.media.storage-per-account", "0")
                .setting("klinity.media.unfinished-after", "PT10S");
        List<String> faults = assertThrows(StartFailure.class, broken::start).faults();
        assertEquals(4, faults.size(), faults::toString);
        assertTrue(faults.stream().allMatch(fault -> fault.contains("klinity.media.")), faults::toString);
    }

    private static TestServer.Builder server() {
        return TestServer.of(new AppointmentsModule(), new MediaModule())
                .adapter(new InMemoryBlobStoreProvider())
                .setting("klinity.media.store", "memory");
    }
}
