package com.klinity.transcription;

import static com.klinity.transcription.Studio.ENGINE;
import static com.klinity.transcription.Studio.WAV;
import static com.klinity.transcription.Studio.awaitStatus;
import static com.klinity.transcription.Studio.transcript;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LG-2")
class DisclosureTest {

    private final Practitioner ana = Studio.practitioner();

    @Test
    void the_disclosure_is_in_the_log_before_the_engine_can_read() {
        List<AuditLine> seen = new ArrayList<>();
        String transcript = transcript(ana, ENGINE.wish((audio, progress) -> {
            seen.addAll(disclosures());
            return ScriptedEngine.listen(audio, progress);
        }));
        awaitStatus(ana, transcript, "completed");
        assertEquals(1, seen.size());
    }

    @Test
    void the_disclosure_tells_what_went_to_whom() throws NoSuchAlgorithmException {
        String recording = Studio.recording(ana);
        awaitStatus(ana, transcript(ana, recording, "{}"), "completed");
        AuditLine line = disclosures().getFirst();
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WAV));
        assertEquals(
                "Recording [" + Studio.id(recording) + "] success {\"adapter\":\"scripted\",\"bytes\":\""
                        + WAV.length + "\",\"sha256\":\"" + sha256
                        + "\",\"vendor\":\"Klinity (built in)\"}",
                line.resourceType() + " " + line.resourceIds() + " " + line.outcome() + " " + line.details());
    }

    @Test
    void every_attempt_is_a_disclosure_of_its_own() {
        String transcript = transcript(ana, "{\"language\": \"tlh\"}");
        awaitStatus(ana, transcript, "failed");
        ana.post(transcript + "/retry");
        Studio.SERVER.await(() -> disclosures().size() == 2);
        awaitStatus(ana, transcript, "failed");
        assertEquals(2, disclosures().size());
    }

    @Test
    void the_log_holds_nothing_that_was_said() {
        String transcript = Studio.completed(ana);
        ana.patch(transcript, "*", "{\"speakers\": {\"A\": \"Dr. Souza\"}}");
        String log = ana.auditEntries().toString();
        assertFalse(log.contains("hurts") || log.contains("Souza"));
    }

    @Test
    @Tag("LG-1")
    void a_transcript_s_life_is_written_down() {
        String transcript = Studio.completed(ana);
        ana.patch(transcript, "*", "{\"speakers\": {\"A\": \"Dr. Souza\"}}");
        assertEquals(
                List.of(
                        "create ",
                        "update {\"status\":\"processing\"}",
                        "update {\"status\":\"completed\"}",
                        "update "),
                life(transcript).filter(entry -> !entry.startsWith("read")).toList());
    }

    @Test
    @Tag("LG-1")
    void each_look_is_written_down() {
        String transcript = Studio.completed(ana);
        long before = life(transcript).filter("read "::equals).count();
        ana.get(transcript);
        ana.get(transcript, "Accept", "text/vtt");
        assertEquals(before + 2, life(transcript).filter("read "::equals).count());
    }

    @Test
    void a_list_names_all_it_showed() {
        String recording = Studio.recording(ana);
        String first = transcript(ana, recording, "{}");
        awaitStatus(ana, first, "completed");
        String second = transcript(ana, recording, "{}");
        awaitStatus(ana, second, "completed");
        Studio.SERVER.await(() -> disclosures().size() == 2);
        ana.get(recording + "/transcripts");
        assertEquals(
                List.of(Studio.id(first), Studio.id(second)),
                ana.auditEntries().getLast().resourceIds());
    }

    private Stream<String> life(String transcript) {
        return ana.auditEntries().stream()
                .filter(line -> line.resourceIds().contains(Studio.id(transcript)))
                .map(line -> line.action() + " " + line.details());
    }

    private List<AuditLine> disclosures() {
        return ana.auditEntries().stream()
                .filter(line -> line.action().equals("disclose"))
                .toList();
    }
}
