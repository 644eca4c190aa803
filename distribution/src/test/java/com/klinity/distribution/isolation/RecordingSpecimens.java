package com.klinity.distribution.isolation;

import static com.klinity.platform.testkit.isolation.Specimen.delete;
import static com.klinity.platform.testkit.isolation.Specimen.get;
import static com.klinity.platform.testkit.isolation.Specimen.post;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.isolation.Specimens;
import com.klinity.platform.testkit.isolation.World;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Recordings, whose sound holds the marker. */
final class RecordingSpecimens {

    private static final String TYPE = "audio/wav";
    private static final String OF_AN_APPOINTMENT = "/v1/appointments/{id:appointment}/recordings";
    private static final int HEADER = 44;
    private static final int SAMPLES = 8000;

    private RecordingSpecimens() {}

    static Specimens all() {
        return new Specimens()
                .thing("recording", RecordingSpecimens::record)
                .thing("second-recording", RecordingSpecimens::record)
                .value(
                        "recordings-cursor",
                        world -> AppointmentSpecimens.cursor(
                                world, "recording", "/v1/appointments/${appointment}/recordings"))
                .requests(
                        post(OF_AN_APPOINTMENT).body(TYPE, wav("anything")),
                        get(OF_AN_APPOINTMENT),
                        get(OF_AN_APPOINTMENT)
                                .query("cursor", "${recordings-cursor}")
                                .as("next page"),
                        get("/v1/recordings/{id:recording}"),
                        get("/v1/recordings/{id:recording}/content"),
                        get("/v1/recordings/{id:recording}/content")
                                .header("Range", "bytes=0-99")
                                .as("a range"),
                        delete("/v1/recordings/{id:recording}"));
    }

    private static Answer record(World world) {
        return world.practitioner()
                .post(world.fill("/v1/appointments/${appointment}/recordings"), TYPE, wav(world.marker()));
    }

    /** Half a second, mono, 8 kHz, 16 bits. */
    static byte[] wav(String marker) {
        ByteBuffer file = ByteBuffer.allocate(HEADER + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(HEADER - 8 + SAMPLES).put("WAVEfmt ".getBytes(US_ASCII));
        file.putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(US_ASCII)).putInt(SAMPLES).put(marker.getBytes(US_ASCII));
        return file.array();
    }
}
