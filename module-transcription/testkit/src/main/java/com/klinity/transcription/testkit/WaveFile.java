package com.klinity.transcription.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Makes WAV recordings.
 *
 * @param channels interleaved channels
 * @param rate samples a second of one channel
 * @param bits of a sample
 */
public record WaveFile(int channels, int rate, int bits) {
    /** What telephones and speech engines like: mono, 16 kHz, 16 bit. */
    public static final WaveFile SPEECH = new WaveFile(1, 16_000, 16);

    private static final int HEADER_BYTES = 44;
    private static final int FACTOR = 32_768;

    /** Checks nothing: unusual kinds are wanted too. */
    public WaveFile {}

    /**
     * The same signal in every channel.
     *
     * @param seconds how long
     * @param signal amplitude, -1 to 1, at a time in seconds
     * @return the file
     */
    public Recording of(double seconds, Signal signal) {
        int frames = (int) Math.round(seconds * rate);
        byte[] bytes = new byte[HEADER_BYTES + frames * channels * (bits / 8)];
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        putHeader(file, bytes.length - HEADER_BYTES);
        for (int frame = 0; frame < frames; frame++) {
            double amplitude = signal.at((double) frame / rate);
            for (int channel = 0; channel < channels; channel++) {
                put(file, amplitude);
            }
        }
        return new Recording("audio/wav", bytes);
    }

    /**
     * Digital silence.
     *
     * @param seconds how long; 0 gives a header without samples
     * @return the file
     */
    public Recording silence(double seconds) {
        return of(seconds, time -> 0);
    }

    /**
     * Steady, quiet noise, as of a fan; the same at every call.
     *
     * @param seconds how long
     * @return the file
     */
    public Recording noise(double seconds) {
        SplittableRandom random = new SplittableRandom(1);
        return of(seconds, time -> random.nextDouble(-0.01, 0.01));
    }

    private void putHeader(ByteBuffer file, int dataBytes) {
        file.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVEfmt "));
        file.putInt(16).putShort((short) 1).putShort((short) channels).putInt(rate);
        file.putInt(rate * channels * (bits / 8)).putShort((short) (channels * (bits / 8)));
        file.putShort((short) bits).put(ascii("data")).putInt(dataBytes);
    }

    private void put(ByteBuffer file, double amplitude) {
        int sample = Math.clamp(Math.round(amplitude * FACTOR), -FACTOR, FACTOR - 1);
        switch (bits) {
            case 8 -> file.put((byte) ((sample >> 8) + 128));
            case 16 -> file.putShort((short) sample);
            case 24 -> file.put((byte) 0).putShort((short) sample);
            default -> throw new IllegalArgumentException("bits: 8, 16 or 24");
        }
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** A sound as a function of time. */
    @FunctionalInterface
    public interface Signal {
        /**
         * The signal at a time.
         *
         * @param seconds since the beginning
         * @return -1 to 1
         */
        double at(double seconds);
    }
}
