package com.klinity.distribution.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.klinity.appointments.AppointmentsModule;
import com.klinity.distribution.disclosure.Border.Crossing;
import com.klinity.documents.DocumentsModule;
import com.klinity.documents.spi.DraftRequest;
import com.klinity.media.MediaModule;
import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.AuditLine;
import com.klinity.platform.testkit.Practitioner;
import com.klinity.platform.testkit.TestServer;
import com.klinity.transcription.TranscriptionModule;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whatever carries patient data to an outside vendor has its entry in the log before, and one each time. */
@Tag("LG-1")
@Tag("LG-2")
@Tag("SP-1")
class VendorDisclosureTest {

    /** Members sorted, no white space: RFC 8785 for what drafters are given. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    private static final byte[] WAV = wav();
    private static final Border BORDER = new Border();
    private static final OutsideEngine ENGINE = new OutsideEngine(BORDER);
    private static final TestServer SERVER = TestServer.of(
                    new AppointmentsModule(), new MediaModule(), new TranscriptionModule(), new DocumentsModule())
            .adapter(new OutsideStore(BORDER))
            .adapter(ENGINE)
            .adapter(new OutsideDrafter(BORDER))
            .setting("klinity.media.store", "outside-store")
            .setting("klinity.transcription.engine", "outside-engine")
            .setting("klinity.documents.drafter", "outside-drafter")
            .start();

    private final Practitioner ana = SERVER.practitioner();

    @BeforeEach
    void look() {
        BORDER.look(ana::auditEntries);
        ENGINE.heard().clear();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void every_method_of_every_adapter_is_known_to_carry_patient_data_or_not() {
        Set<String> known = new TreeSet<>(Borders.CARRYING);
        known.addAll(Borders.OTHERS.keySet());
        assertEquals(known, Borders.all());
    }

    @Test
    void a_recording_that_is_stored_outside() {
        Answer recording = recording(appointment());
        assertEquals(
                disclosure("Recording", recording, "outside-store", ""),
                onlyCrossing("BlobStore.put").disclosed());
        assertEquals(measured(WAV), ana.auditEntries().getLast().details());
    }

    @Test
    void a_recording_that_is_heard_outside() {
        Answer recording = recording(appointment());
        BORDER.look(ana::auditEntries);
        completed(transcript(recording));
        List<AuditLine> disclosed =
                onlyCrossing("TranscriptionEngine.transcribe").disclosed();
        assertEquals(
                disclosure("Recording", recording, "outside-engine", known(WAV)),
                disclosed.subList(1, disclosed.size()));
        assertEquals(known(WAV), known(ENGINE.heard().element()));
    }

    @Test
    void a_transcript_that_is_drafted_from_outside() {
        String appointment = appointment();
        Answer transcript = completed(transcript(recording(appointment)));
        BORDER.look(ana::auditEntries);
        assertEquals(201, draft(appointment, transcript).status());
        Crossing crossing = onlyCrossing("NoteDrafter.draft");
        byte[] given =
                CANONICAL.writeValueAsBytes((DraftRequest) crossing.arguments().getFirst());
        assertEquals(
                disclosure("Transcript", transcript, "outside-drafter", known(given)),
                crossing.disclosed().subList(2, crossing.disclosed().size()));
    }

    @Test
    void nothing_else_is_a_disclosure() {
        String appointment = appointment();
        Answer recording = recording(appointment);
        Answer transcript = completed(transcript(recording));
        draft(appointment, transcript);
        ana.get(recording.location() + "/content");
        ana.delete(recording.location());
        SERVER.await(() -> ana.auditEntries().getLast().resourceType().equals("RecordingContent"));
        assertEquals(
                List.of("BlobStore.put", "TranscriptionEngine.transcribe", "NoteDrafter.draft"),
                BORDER.crossings().stream().map(Crossing::method).toList());
        assertEquals(3, BORDER.disclosures().size());
    }

    @Test
    void without_the_audit_function_nothing_goes_out() throws SQLException {
        String appointment = appointment();
        Answer transcript = completed(transcript(recording(appointment)));
        BORDER.look(ana::auditEntries);
        behind("revoke execute on function audit.append from klinity_app");
        try {
            assertEquals(503, upload(appointment).status());
            assertEquals(503, draft(appointment, transcript).status());
        } finally {
            behind("grant execute on function audit.append to klinity_app");
        }
        assertEquals(List.of(), BORDER.crossings());
    }

    @Test
    void a_log_that_takes_no_disclosures_stops_what_discloses_until_it_does() throws SQLException {
        String appointment = appointment();
        Answer recording = recording(appointment);
        BORDER.look(ana::auditEntries);
        Answer transcript;
        behind("alter table audit.entries add constraint none check (action <> 'disclose') not valid");
        try {
            transcript = transcript(recording);
            SERVER.await(() -> attempts(transcript) > 0 && !leased(transcript));
            assertEquals(503, upload(appointment).status());
            assertEquals(List.of(), BORDER.crossings());
        } finally {
            behind("alter table audit.entries drop constraint none");
        }
        completed(transcript);
        assertEquals(
                2, onlyCrossing("TranscriptionEngine.transcribe").disclosed().size());
    }

    private static Crossing onlyCrossing(String method) {
        assertEquals(
                List.of(method),
                BORDER.crossings().stream().map(Crossing::method).toList());
        return BORDER.crossings().getFirst();
    }

    private static List<AuditLine> disclosure(String kind, Answer of, String adapter, String known) {
        String details = "{\"adapter\":\"" + adapter + "\"," + known + "\"vendor\":\"Outside Inc.\"}";
        return List.of(new AuditLine("disclose", kind, List.of(UUID.fromString(of.id())), "success", details));
    }

    private static String known(byte[] content) {
        return "\"bytes\":\"" + content.length + "\",\"sha256\":\"" + sha256(content) + "\",";
    }

    private static String measured(byte[] content) {
        return "{\"bytes\":\"" + content.length + "\",\"sha256\":\"" + sha256(content) + "\"}";
    }

    private String appointment() {
        String patient =
                created(ana.post("/v1/patients", "{\"name\": \"Rui Prado\"}")).id();
        return created(ana.post(
                        "/v1/appointments",
                        "{\"patientId\": \"" + patient + "\", \"startsAt\": \"2026-03-01T09:00:00Z\","
                                + " \"recordingConsent\": {\"given\": true, \"method\": \"verbal\"}}"))
                .location();
    }

    private Answer upload(String appointment) {
        return ana.post(appointment + "/recordings", "audio/wav", WAV);
    }

    private Answer recording(String appointment) {
        return created(upload(appointment));
    }

    private Answer transcript(Answer recording) {
        Answer transcript = ana.post(recording.location() + "/transcripts", "{}");
        assertEquals(202, transcript.status(), transcript::toString);
        return transcript;
    }

    private Answer completed(Answer transcript) {
        SERVER.await(() ->
                ana.get(transcript.location()).json().path("status").asString().equals("completed"));
        return transcript;
    }

    private Answer draft(String appointment, Answer transcript) {
        return ana.post(
                appointment + "/documents",
                "{\"templateId\": \"soap-en\", \"fromTranscriptId\": \"" + transcript.id() + "\"}");
    }

    private static Answer created(Answer answer) {
        assertEquals(201, answer.status(), answer::toString);
        return answer;
    }

    private static long attempts(Answer transcript) {
        return number("select attempts from platform.jobs where subject_id = '" + transcript.id() + "'");
    }

    private static boolean leased(Answer transcript) {
        return number("select count(lease_until) from platform.jobs where subject_id = '" + transcript.id() + "'") > 0;
    }

    private static long number(String sql) {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void behind(String sql) throws SQLException {
        try (Connection connection = SERVER.connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Half a second of silence: mono, 8 kHz, 16 bits. */
    private static byte[] wav() {
        int data = 8000;
        ByteBuffer file = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        return file.put(ascii("data")).putInt(data).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
