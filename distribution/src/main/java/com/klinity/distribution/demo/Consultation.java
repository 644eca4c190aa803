package com.klinity.distribution.demo;

import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.distribution.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The main job, step by step, each through the public API. */
final class Consultation {

    private static final String JSON = "application/json";
    private static final String EMAIL = "dr.demo@example.org";
    private static final Map<String, Object> WHO_SIGNS =
            Map.of("name", "Dr. Demo Sample", "registration", Map.of("council", "GMC", "number", "0000000"));

    private final DemoServer server;
    private final Progress progress;
    private final ApiClient api;
    private final Path results;
    private final Recording recording;

    Consultation(DemoServer server, Progress progress, Path folder, Recording recording) {
        this.server = server;
        this.progress = progress;
        this.api = new ApiClient(server, progress);
        this.results = folder.resolve("results");
        this.recording = recording;
    }

    /** What a newcomer wants to see at the end. */
    record Summary(Path results, Optional<WordErrorRate> wordErrors, OfflineVerifier.Report audit) {

        void tell(Progress progress, Optional<DemoServer> kept) {
            progress.say("");
            progress.say("Done. Look at:");
            List.of("note.pdf", "note.md", "transcript.vtt", "transcript.json", "audit.csv")
                    .forEach(file -> progress.say("  " + results.resolve(file)));
            progress.say("Check the audit log yourself:  klinity audit verify " + results.resolve("audit.csv"));
            kept.ifPresent(server -> progress.say("The server goes on at " + server.address() + ", signed in as "
                    + EMAIL + " (codes come into " + server.mailbox() + ").\nStop it with:  kill " + server.pid()));
        }
    }

    Summary run() {
        signUp();
        String patient = patient();
        String appointment = appointment(patient);
        String recorded = record(appointment);
        JsonNode transcript = transcribe(recorded);
        Optional<WordErrorRate> errors = compare(transcript);
        String document = draft(appointment, transcript.path("id").asString());
        sign(document);
        return new Summary(results, errors, audit());
    }

    private void signUp() {
        api.post("/v1/local-identity/sign-up", Map.of("email", EMAIL));
        String code = new Mailbox(server.mailbox()).code();
        JsonNode tokens = api.post("/v1/local-identity/confirm", Map.of("email", EMAIL, "code", code))
                .json();
        api.signedIn(tokens.path("accessToken").asString());
        progress.done("Signed up", EMAIL + ", confirmed with the code from the mailbox");
    }

    private String patient() {
        String id = api.post(
                        "/v1/patients",
                        Map.of(
                                "name",
                                "Maria Sample",
                                "birthDate",
                                "1984-02-29",
                                "sex",
                                "female",
                                "externalId",
                                "P-001"))
                .id();
        progress.done("Patient", id);
        return id;
    }

    private String appointment(String patient) {
        Instant now = Instant.now();
        String id = api.post(
                        "/v1/appointments",
                        Map.of(
                                "patientId",
                                patient,
                                "startsAt",
                                now.toString(),
                                "title",
                                "Consultation",
                                "recordingConsent",
                                Map.of("given", true, "method", "verbal")))
                .id();
        progress.done("Appointment", id + ", consent to recording given");
        return id;
    }

    private String record(String appointment) {
        JsonNode recorded = api.upload(
                        "/v1/appointments/" + appointment + "/recordings", "audio/wav", recording.audio())
                .json();
        progress.done(
                "Recording",
                String.format(
                        Locale.ROOT,
                        "%.1f s, %d bytes, encrypted while streaming",
                        recorded.path("durationSeconds").asDouble(),
                        recorded.path("bytes").asLong()));
        return recorded.path("id").asString();
    }

    private JsonNode transcribe(String recorded) {
        String id = api.post("/v1/recordings/" + recorded + "/transcripts", Map.of("language", "en-US"))
                .id();
        TranscriptProgress following = new TranscriptProgress(api, progress, "/v1/transcripts/" + id);
        JsonNode transcript = following.await();
        save("transcript.json", api.get("/v1/transcripts/" + id, JSON).body());
        save("transcript.vtt", api.get("/v1/transcripts/" + id, "text/vtt").body());
        progress.done(
                "Transcript",
                transcript.path("utterances").size() + " utterances by "
                        + transcript.path("engine").asString() + " in "
                        + following.elapsed().toSeconds() + " s");
        return transcript;
    }

    private Optional<WordErrorRate> compare(JsonNode transcript) {
        Optional<WordErrorRate> errors = recording.text().map(text -> {
            try {
                return WordErrorRate.of(
                        Files.readString(text), transcript.path("text").asString());
            } catch (IOException e) {
                throw new CommandFailure("cannot read " + text, e);
            }
        });
        errors.ifPresent(rate -> progress.done(
                "Word error rate",
                String.format(
                        Locale.ROOT, "%.1f %% (%d of %d words)", rate.rate() * 100, rate.errors(), rate.words())));
        return errors;
    }

    private String draft(String appointment, String transcript) {
        ApiClient.Answer draft = api.post(
                "/v1/appointments/" + appointment + "/documents",
                Map.of("templateId", "soap-en", "title", "Consultation note", "fromTranscriptId", transcript));
        progress.done("Draft", draft.json().path("sections").size() + " sections, each sentence cites its utterance");
        return draft.id();
    }

    private void sign(String document) {
        api.put("/v1/practitioner", WHO_SIGNS);
        JsonNode draft = api.get("/v1/documents/" + document, JSON).json();
        List<String> seen = draft.path("warnings")
                .valueStream()
                .map(warning -> warning.path("code").asString())
                .toList();
        seen.forEach(code -> progress.say("    warning, seen          " + code));
        JsonNode signed = api.post("/v1/documents/" + document + "/sign", Map.of("warningsSeen", seen))
                .json();
        save("note.pdf", api.get("/v1/documents/" + document, "application/pdf").body());
        save("note.md", api.get("/v1/documents/" + document, "text/markdown").body());
        progress.done(
                "Signed", "content hash " + signed.at("/signature/contentHash").asString());
    }

    private OfflineVerifier.Report audit() {
        Path csv = save("audit.csv", api.get("/v1/audit/events.csv", "text/csv").body());
        try (InputStream export = Files.newInputStream(csv)) {
            OfflineVerifier.Report report = OfflineVerifier.verify(export);
            report.firstBroken().ifPresent(where -> {
                throw new CommandFailure("the exported audit log does not verify: " + where);
            });
            progress.done("Audit log", report.entries() + " entries, hash chain verified offline");
            return report;
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + csv, e);
        }
    }

    private Path save(String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(results).resolve(name), content);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + results.resolve(name), e);
        }
    }
}
