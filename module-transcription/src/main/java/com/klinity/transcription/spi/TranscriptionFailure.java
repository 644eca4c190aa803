package com.klinity.transcription.spi;

import java.util.Objects;

/**
 * Why a recording has no transcription. The message is for people and holds nothing that was said, no vendor's words
 * and no secret, so it may be logged and shown.
 */
public final class TranscriptionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /**
     * A failure that the engine found by itself.
     *
     * @param code whose fault it is
     * @param message one sentence for people
     */
    public TranscriptionFailure(Code code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * A failure that another one caused.
     *
     * @param code whose fault it is
     * @param message one sentence for people
     * @param cause kept for diagnosis
     */
    public TranscriptionFailure(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * Whose fault it is.
     *
     * @return the stable code
     */
    public Code code() {
        return code;
    }

    /**
     * Whether the same request may succeed later without being changed.
     *
     * @return true if trying again makes sense
     */
    public boolean retryable() {
        return code.retryable;
    }

    /** Stable codes; new ones may be added. */
    public enum Code {
        /** The recording is of a kind that the engine does not take. */
        UNSUPPORTED_AUDIO(false),
        /** The recording is broken, cut short or could not be read. */
        UNREADABLE_AUDIO(false),
        /** The recording is longer or larger than the engine takes. */
        AUDIO_TOO_LARGE(false),
        /** The engine does not know the language asked for. */
        UNSUPPORTED_LANGUAGE(false),
        /** The engine cannot be reached, is closed, overloaded or could not load its models. */
        ENGINE_UNAVAILABLE(true),
        /** The engine refuses to work for us: credentials, quota or terms. */
        ENGINE_REFUSED(false),
        /** The engine broke while it worked on this recording. */
        ENGINE_FAILED(true),
        /** The engine needed more memory for this recording than it may have. */
        ENGINE_OUT_OF_MEMORY(false),
        /** The calling thread was interrupted or the engine was closed meanwhile. */
        CANCELLED(true);

        private final boolean retryable;

        Code(boolean retryable) {
            this.retryable = retryable;
        }
    }
}
