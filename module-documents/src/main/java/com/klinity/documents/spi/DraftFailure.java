package com.klinity.documents.spi;

/** There is no draft. The message is for operators and never holds protected health information. */
public final class DraftFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** Why, in stable terms. */
    public enum Code {
        /** The drafter does not know the transcript's language; asking again will not help. */
        LANGUAGE_NOT_SUPPORTED,
        /** The drafter declined this transcript; asking again will not help. */
        DECLINED,
        /** The drafter, or the way to it, is down or busy; later it may work. */
        UNAVAILABLE,
        /** The drafter answered something that is not a draft of this request. */
        UNUSABLE_ANSWER
    }

    /** A failure without a cause worth keeping: vendors' messages may quote what they were sent. */
    public DraftFailure(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Why. */
    public Code code() {
        return code;
    }
}
