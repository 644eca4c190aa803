package com.klinity.transcription.sphinx;

import com.klinity.transcription.testkit.Recording;
import com.klinity.transcription.testkit.WaveFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The sample consultation, spoken by a synthetic voice. */
final class Sample {
    private static final int HEADER_BYTES = 44;

    private Sample() {}

    static Recording recording() {
        return new Recording("audio/wav", bytes("consultation.wav"));
    }

    static String text() {
        return new String(bytes("consultation.txt"), StandardCharsets.UTF_8);
    }

    /** A part of the recording, as a recording. */
    static Recording part(double fromSecond, double seconds) {
        ByteBuffer wave = ByteBuffer.wrap(bytes("consultation.wav")).order(ByteOrder.LITTLE_ENDIAN);
        int first = (int) (fromSecond * Segment.RATE);
        return WaveFile.SPEECH.of(seconds, time -> {
            int sample = first + (int) Math.round(time * Segment.RATE);
            return wave.getShort(HEADER_BYTES + 2 * sample) / 32_768.0;
        });
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
