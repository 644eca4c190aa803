package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import java.io.IOException;
import java.io.InputStream;

/** Decodes PCM, mixing two channels into one. */
final class PcmSamples implements SampleStream {
    private static final int FRAMES_AT_ONCE = 4096;

    private final InputStream bytes;
    private final PcmFormat format;
    private final boolean complete;
    private final byte[] buffer;
    private long framesLeft;

    PcmSamples(InputStream bytes, PcmFormat format, long frames, boolean complete) {
        this.bytes = bytes;
        this.format = format;
        this.complete = complete;
        this.framesLeft = frames;
        this.buffer = new byte[FRAMES_AT_ONCE * format.frameBytes()];
    }

    @Override
    public int read(float[] target) throws IOException {
        int read = 0;
        while (read < target.length && framesLeft > 0) {
            read += readSome(target, read);
        }
        return read;
    }

    private int readSome(float[] target, int from) throws IOException {
        int wanted = (int) Math.min(Math.min(FRAMES_AT_ONCE, target.length - from), framesLeft);
        int got = bytes.readNBytes(buffer, 0, wanted * format.frameBytes()) / format.frameBytes();
        if (got < wanted && complete) {
            throw new TranscriptionFailure(
                    Code.UNREADABLE_AUDIO, "The recording ends before the length its header announces.");
        }
        framesLeft = got < wanted ? 0 : framesLeft - got;
        for (int i = 0; i < got; i++) {
            target[from + i] = mono(i * format.frameBytes());
        }
        return got;
    }

    private float mono(int at) {
        float first = sample(at);
        return format.channels() == 1 ? first : (first + sample(at + format.bytes())) / 2;
    }

    private float sample(int at) {
        return switch (format.bytes()) {
            case 1 -> ((buffer[at] & 0xFF) - 128) * 256f;
            case 2 -> (buffer[at] & 0xFF) | buffer[at + 1] << 8;
            default -> ((buffer[at] & 0xFF) | (buffer[at + 1] & 0xFF) << 8 | buffer[at + 2] << 16) / 256f;
        };
    }
}
