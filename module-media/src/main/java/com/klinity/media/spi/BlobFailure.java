package com.klinity.media.spi;

/**
 * What a store could not do. The only exception a store throws of its own; a vendor's exceptions are its causes. The
 * message names neither content nor account.
 */
public final class BlobFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** Why, in stable categories. */
    public enum Code {
        /** There is no such object, or the account's key is gone and with it every copy of the object. */
        NOT_FOUND(false),
        /** The account was erased, so nothing of it is ever stored again. */
        ERASED(false),
        /** The bytes there are not the bytes that were put under this key. */
        CORRUPT(false),
        /** The store refuses this server: credentials, policy, file permissions. */
        DENIED(false),
        /** The store cannot be reached or does not answer in time. */
        UNAVAILABLE(true),
        /** The store is full. */
        NO_SPACE(true);

        private final boolean passing;

        Code(boolean passing) {
            this.passing = passing;
        }
    }

    /** Without a deeper cause. */
    public BlobFailure(Code code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    /** With the exception that told it. */
    public BlobFailure(Code code, String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    /** The category. */
    public Code code() {
        return code;
    }

    /** True when the same call may succeed later without anybody changing it. */
    public boolean retryable() {
        return code.passing;
    }
}
