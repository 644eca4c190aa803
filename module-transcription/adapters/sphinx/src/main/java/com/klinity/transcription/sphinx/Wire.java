package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.Utterance;
import com.klinity.transcription.spi.Word;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How segments and utterances are written between the server and a decoder's process. Both sides are of one version. */
final class Wire {
    private static final int MOST_SAMPLES = Segmenter.LONGEST * Frame.SAMPLES;
    private static final int MOST_WORDS = 10_000;

    private Wire() {}

    static void write(DataOutputStream out, Segment segment) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(segment.length() * Short.BYTES);
        for (int i = 0; i < segment.length(); i++) {
            samples.putShort(segment.sample(i));
        }
        out.writeLong(segment.startSample());
        out.writeInt(segment.length());
        out.write(samples.array());
    }

    static Segment readSegment(DataInputStream in) throws IOException {
        long start = in.readLong();
        short[] samples = new short[size(in, MOST_SAMPLES)];
        byte[] bytes = new byte[samples.length * Short.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asShortBuffer().get(samples);
        return new Segment(start, samples);
    }

    static void write(DataOutputStream out, Optional<Utterance> utterance) throws IOException {
        List<Word> words = utterance.map(Utterance::words).orElse(List.of());
        out.writeInt(words.size());
        for (Word word : words) {
            out.writeUTF(word.text());
            out.writeLong(word.startMs());
            out.writeLong(word.endMs());
            out.writeDouble(word.confidence());
        }
    }

    static Optional<Utterance> readUtterance(DataInputStream in) throws IOException {
        int count = size(in, MOST_WORDS);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(new Word(in.readUTF(), in.readLong(), in.readLong(), in.readDouble()));
        }
        return Decoder.utterance(words);
    }

    private static int size(DataInputStream in, int most) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > most) {
            throw new IOException("a size from 0 to " + most + " was expected");
        }
        return size;
    }
}
