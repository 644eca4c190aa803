package com.klinity.distribution.isolation;

import static com.klinity.platform.testkit.isolation.Specimen.get;
import static com.klinity.platform.testkit.isolation.Specimen.patch;
import static com.klinity.platform.testkit.isolation.Specimen.post;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.TestServer;
import com.klinity.platform.testkit.isolation.Held;
import com.klinity.platform.testkit.isolation.Specimens;
import com.klinity.platform.testkit.isolation.World;
import java.util.UUID;

/** Transcripts in each state. */
final class TranscriptSpecimens {

    private static final String OF_A_RECORDING = "/v1/recordings/{id:recording}/transcripts";

    private TranscriptSpecimens() {}

    static Specimens of(TestServer server) {
        return new Specimens()
                .thing("transcript", world -> transcript(server, world, world.marker(), "completed"))
                .thing("second-transcript", world -> transcript(server, world, world.marker(), "completed"))
                .thing("failed-transcript", world -> transcript(server, world, ObedientEngine.FAIL, "failed"))
                .value("running-transcript", world -> running(server, world))
                .value(
                        "transcripts-cursor",
                        world -> AppointmentSpecimens.cursor(
                                world, "transcript", "/v1/recordings/${recording}/transcripts"))
                .requests(
                        post(OF_A_RECORDING).json("{\"vocabulary\": [\"${marker}\"]}"),
                        get(OF_A_RECORDING),
                        get(OF_A_RECORDING)
                                .query("cursor", "${transcripts-cursor}")
                                .as("next page"),
                        get("/v1/transcription/capabilities"),
                        get("/v1/transcripts/{id:transcript}"),
                        get("/v1/transcripts/{id:transcript}")
                                .header("Accept", "text/vtt")
                                .as("captions"),
                        patch("/v1/transcripts/{id:transcript}")
                                .ifMatch("transcript")
                                .json("{\"speakers\": {\"A\": \"${marker}\"}}"),
                        get("/v1/transcripts/{id:transcript}/events"),
                        post("/v1/transcripts/{id:failed-transcript}/retry"),
                        post("/v1/transcripts/{id:running-transcript}/cancel"));
    }

    private static Answer transcript(TestServer server, World world, String word, String status) {
        String path = ask(world, word);
        server.await(() ->
                world.practitioner().get(path).json().path("status").asString().equals(status));
        return world.practitioner().get(path);
    }

    private static Held running(TestServer server, World world) {
        String id = transcript(server, world, ObedientEngine.NEVER_END, "processing")
                .id();
        world.unending(UUID.fromString(id));
        return Held.id(id);
    }

    private static String ask(World world, String word) {
        return world.post("/v1/recordings/${recording}/transcripts", "{\"vocabulary\": [\"" + word + "\"]}")
                .location();
    }
}
