package com.klinity.transcription.sphinx;

import java.io.IOException;
import java.io.InputStream;

/**
 * A WAV recording, ready to be read as mono audio of 16 kHz.
 *
 * @param samples the audio
 * @param totalSamples how many samples there will be, about
 */
record Wave(SampleStream samples, long totalSamples) {
    /**
     * Reads the header. The samples are then read from the same stream.
     *
     * @param length bytes in the whole stream, for recordings whose header leaves it open
     */
    static Wave read(InputStream bytes, long length) throws IOException {
        WaveHeader header = WaveHeader.read(bytes, length);
        PcmFormat format = header.format();
        SampleStream pcm = new PcmSamples(bytes, format, header.frames(), header.complete());
        SampleStream samples = format.rate() == Segment.RATE ? pcm : new Resampler(pcm, format.rate());
        return new Wave(samples, header.frames() * Segment.RATE / format.rate());
    }
}
