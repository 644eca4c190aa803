package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.platform.testkit.Practitioner;
import org.junit.jupiter.api.Test;

class DeletionTest {

    private final Practitioner ana = Studio.practitioner();

    @Test
    void a_transcript_goes_with_its_recording() {
        String recording = Studio.recording(ana);
        String transcript = transcript(ana, recording, "{}");
        Studio.awaitStatus(ana, transcript, "completed");
        assertEquals(204, ana.delete(recording).status());
        assertEquals(404, ana.get(transcript).status());
    }

    @Test
    void work_ends_when_its_recording_is_gone() {
        Gate gate = new Gate();
        String recording = Studio.recording(ana);
        String transcript = transcript(ana, recording, ENGINE.wish(gate));
        gate.awaitEngine();
        ana.delete(recording);
        gate.open();
        Studio.SERVER.await(() -> Studio.jobs(transcript).equals("0"));
        assertEquals(404, ana.get(transcript).status());
    }
}
