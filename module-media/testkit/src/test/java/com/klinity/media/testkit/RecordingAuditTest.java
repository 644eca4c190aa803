package com.klinity.media.testkit;

import static com.klinity.media.testkit.Studio.SERVER;
import static com.klinity.media.testkit.Studio.wav;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each access leaves its entry. */
@Tag("LG-1")
class RecordingAuditTest {

    private final Practitioner ana = SERVER.practitioner();
    private final String recording = Studio.recording(ana, wav(0.1));
    private final List<UUID> about = List.of(Studio.id(recording));

    @Test
    void creating() {
        assertEquals(new AuditLine("create", "Recording", about, "success", ""), last());
    }

    @Test
    void reading() {
        ana.get(recording);
        assertEquals(new AuditLine("read", "Recording", about, "success", ""), last());
    }

    @Test
    void listening() {
        ana.get(recording + "/content");
        assertEquals(new AuditLine("read", "RecordingContent", about, "success", ""), last());
    }

    @Test
    void a_refused_upload() {
        Studio.upload(ana, Studio.appointmentWithoutConsent(ana), wav(0.1));
        assertEquals(new AuditLine("create", "Recording", List.of(), "consent-missing", ""), last());
    }

    @Test
    void a_look_at_what_is_not_there() {
        ana.get("/v1/recordings/" + UUID.randomUUID());
        assertEquals(new AuditLine("read", "Recording", List.of(), "not-found", ""), last());
    }

    private AuditLine last() {
        return ana.auditEntries().getLast();
    }
}
