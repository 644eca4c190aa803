package com.klinity.transcription.sphinx;

import com.klinity.transcription.spi.TranscriptionFailure;
import com.klinity.transcription.spi.Utterance;
import java.util.Optional;

/** Recognises what is said in segments, one at a time. Whoever made it closes it. */
interface Recognizer extends AutoCloseable {
    /**
     * The utterance of a segment; empty if no word was recognised in it. Blocks for up to about the segment's length.
     *
     * @throws TranscriptionFailure when it could not be done, {@code CANCELLED} when the thread was interrupted, whose
     *     interrupt status then stays set, or {@code CANCELLED} when it was closed meanwhile
     */
    Optional<Utterance> decode(Segment segment);

    /** Whether it can be used again; one that failed in a state that nobody knows cannot. */
    boolean alive();

    /** Ends it at once, from any thread. Closing again does nothing. */
    @Override
    void close();
}
