package com.klinity.platform.erasure;

/** Something of an account is still there; the log says which feature could not do its part. */
final class ErasureIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErasureIncomplete() {
        super("erasure-incomplete");
    }
}
