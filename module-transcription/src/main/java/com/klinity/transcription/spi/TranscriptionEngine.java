package com.klinity.transcription.spi;

import java.util.Set;

/**
 * Turns recordings into timed words. Safe for use by any number of threads; how many transcriptions go on at once is the
 * engine's to bound, the others wait.
 */
public interface TranscriptionEngine extends AutoCloseable {
    /**
     * Transcribes one recording and blocks until it is done, which may take as long as the recording. Memory does not
     * grow with the length of the audio, only with the number of words.
     *
     * <p>A thread that is interrupted here stops within about a second: the failure is {@code CANCELLED}, the thread's
     * interrupt status stays set, and whatever a vendor was sent is abandoned. The engine stays usable after any failure.
     *
     * @param audio the recording; every stream opened is closed before this returns
     * @param request what is known beforehand
     * @param progress told of progress on the calling thread, never after this returned; what it throws ends the
     *     transcription and reaches the caller as it is
     * @return the transcription; one without utterances when nobody speaks
     * @throws TranscriptionFailure for every other way to end, with the code that says whose fault it is
     */
    Transcription transcribe(AudioSource audio, TranscriptionRequest request, ProgressListener progress);

    /**
     * Languages it understands, as BCP 47 tags of a language alone, such as {@code en}; a call that asks for another one is
     * refused before anything is queued. Empty when it cannot say beforehand, and then any is tried. The same at all times.
     */
    default Set<String> languages() {
        return Set.of();
    }

    /**
     * Media types of recordings it takes, of {@code audio/wav}, {@code audio/mpeg}, {@code audio/ogg}, {@code audio/flac},
     * {@code audio/webm}, {@code audio/mp4} and {@code audio/aac}; a call for a recording of another one is refused before
     * anything is queued. Empty when it cannot say beforehand, and then any is tried. The same at all times.
     */
    default Set<String> mediaTypes() {
        return Set.of();
    }

    /**
     * Frees models, threads and connections. Transcriptions under way end as {@code CANCELLED}; later ones fail as
     * {@code ENGINE_UNAVAILABLE}. Closing again does nothing.
     */
    @Override
    void close();
}
