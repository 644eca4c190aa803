package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the samples of a WAV file (Multimedia Programming Interface and Data Specifications 1.0, chapter 3).
 *
 * @param format how the samples are laid out
 * @param frames how many samples of each channel follow
 * @param complete whether the header itself says how many there are, so that fewer mean a broken file
 */
record WaveHeader(PcmFormat format, long frames, boolean complete) {
    /** What writers put where they did not know the size yet. */
    private static final long UNKNOWN = 0xFFFF_FFFFL;

    static WaveHeader read(InputStream bytes, long length) throws IOException {
        try {
            return read(new RiffReader(bytes), length);
        } catch (EOFException cut) {
            throw new TranscriptionFailure(Code.UNREADABLE_AUDIO, "The recording ends within its header.", cut);
        }
    }

    private static WaveHeader read(RiffReader riff, long length) throws IOException {
        refuseOtherKinds(riff);
        PcmFormat format = null;
        for (String chunk = riff.name(); !chunk.equals("data"); chunk = riff.name()) {
            long size = riff.unsigned32();
            if (chunk.equals("fmt ")) {
                format = format(riff, size);
            } else {
                riff.skip(size);
            }
            riff.skip(size % 2);
        }
        return withSize(format, riff, length);
    }

    private static WaveHeader withSize(@Nullable PcmFormat format, RiffReader riff, long length) throws IOException {
        if (format == null) {
            throw broken("The recording has samples but does not say of which kind.");
        }
        long size = riff.unsigned32();
        boolean complete = size != UNKNOWN;
        long bytes = complete ? size : Math.max(0, length - riff.position());
        return new WaveHeader(format, bytes / format.frameBytes(), complete);
    }

    private static void refuseOtherKinds(RiffReader riff) throws IOException {
        String outer = riff.name();
        riff.unsigned32();
        if (!outer.equals("RIFF") || !riff.name().equals("WAVE")) {
            throw new TranscriptionFailure(Code.UNSUPPORTED_AUDIO, PcmFormat.TAKEN);
        }
    }

    private static PcmFormat format(RiffReader riff, long size) throws IOException {
        if (size < 16) {
            throw broken("The recording's description of its samples is too short.");
        }
        int tag = riff.unsigned16();
        int channels = riff.unsigned16();
        long rate = riff.unsigned32();
        riff.skip(6);
        int bits = riff.unsigned16();
        int kind = tag == FormatTag.EXTENSIBLE && size >= 26 ? extendedKind(riff) : tag;
        riff.skip(size - (kind == tag ? 16 : 26));
        if (kind != FormatTag.PCM || bits % 8 != 0) {
            throw new TranscriptionFailure(Code.UNSUPPORTED_AUDIO, PcmFormat.TAKEN);
        }
        return new PcmFormat(channels, (int) Math.min(rate, Integer.MAX_VALUE), bits / 8);
    }

    private static int extendedKind(RiffReader riff) throws IOException {
        riff.skip(8);
        return riff.unsigned16();
    }

    private static TranscriptionFailure broken(String message) {
        return new TranscriptionFailure(Code.UNREADABLE_AUDIO, message);
    }

    private static final class FormatTag {
        static final int PCM = 1;
        static final int EXTENSIBLE = 0xFFFE;
    }
}
