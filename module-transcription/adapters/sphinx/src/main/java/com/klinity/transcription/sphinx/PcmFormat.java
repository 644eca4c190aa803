package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.TranscriptionFailure.Code;

/**
 * How samples are laid out.
 *
 * @param channels 1 or 2, interleaved
 * @param rate samples a second of one channel
 * @param bytes of one sample: 1 (unsigned), 2 or 3 (signed, little endian)
 */
record PcmFormat(int channels, int rate, int bytes) {
    static final String TAKEN =
            "The built-in engine takes WAV with PCM of 8, 16 or 24 bits, mono or stereo, 8 to 192 kHz.";

    private static final int SLOWEST = 8_000;
    private static final int FASTEST = 192_000;

    PcmFormat {
        boolean taken =
                (channels == 1 || channels == 2) && rate >= SLOWEST && rate <= FASTEST && bytes >= 1 && bytes <= 3;
        if (!taken) {
            throw new TranscriptionFailure(Code.UNSUPPORTED_AUDIO, TAKEN);
        }
    }

    int frameBytes() {
        return channels * bytes;
    }
}
