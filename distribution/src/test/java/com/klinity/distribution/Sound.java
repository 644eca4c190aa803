package com.klinity.distribution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Recordings in WAV: mono, 8 kHz, 16 bits, half a second. */
final class Sound {

    private static final int DATA = 8000;

    private Sound() {}

    /** Near silence, whose samples are the letters of a word. */
    static byte[] saying(String word) {
        ByteBuffer file = ByteBuffer.allocate(44 + DATA).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + DATA).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        return file.put(ascii("data")).putInt(DATA).put(ascii(word)).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
