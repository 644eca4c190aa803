package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.Utterance;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A decoder in a process of its own: segments come in by standard input, utterances go out by standard output, and it
 * ends when its input does, that is when the server ends or gives it up. What fails ends the process, since nobody knows
 * in what state the decoder is then; the exit code says why, and no word of what was said leaves by another way.
 */
final class DecoderMain {
    static final int DONE = 0;
    static final int FAILED = 4;
    static final int NO_MODEL = 5;

    // The graph of a long segment's words is walked recursively.
    private static final long STACK_BYTES = 16L << 20;

    private final LinkedBlockingQueue<Segment> segments = new LinkedBlockingQueue<>();

    private DecoderMain() {}

    /** Runs until the input ends. */
    public static void main(String[] arguments) {
        DecoderMain main = new DecoderMain();
        Thread.ofPlatform().name("sphinx-decoder").stackSize(STACK_BYTES).start(main::decode);
        main.listen();
    }

    /** Goes on while a segment is decoded, so as to hear that nobody waits for it any more. */
    private void listen() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                segments.add(Wire.readSegment(in));
            }
        } catch (EOFException over) {
            Runtime.getRuntime().halt(DONE);
        } catch (IOException broken) {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private void decode() {
        int code = FAILED;
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            Decoder decoder = new DecoderFactory(SpeechModel.find(), Beams.NARROW).get();
            while (true) {
                Optional<Utterance> utterance = decoder.decode(segments.take());
                Wire.write(out, utterance);
                out.flush();
            }
        } catch (TranscriptionFailure noModel) {
            code = NO_MODEL;
        } catch (IOException | InterruptedException ended) {
            code = FAILED;
        } finally {
            // Whatever else was thrown, too: a process that stays and does not answer would be worse.
            Runtime.getRuntime().halt(code);
        }
    }
}
