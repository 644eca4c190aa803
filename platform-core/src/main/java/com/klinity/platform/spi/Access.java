package com.klinity.platform.spi;

/**
 * Who may call a route and what is written down about it. There is no way to add a route without one, and the core alone
 * acts on it.
 *
 * <p>{@link SignedIn} and {@link Phi} give the handler a {@link Scope}. Every call of a {@link Phi} route leaves one audit
 * entry; of a {@link SignedIn} route every call that is not a {@link Action#READ}.
 */
public sealed interface Access {

    /** Anybody, without a token. The handler gets no scope. */
    static Access open() {
        return Open.INSTANCE;
    }

    /** A signed-in practitioner; the answer carries no protected health information. */
    static Access signedIn(Action action, String resource) {
        return new SignedIn(action, resource);
    }

    /** A signed-in practitioner and his or her patients' data. */
    static Access phi(Action action, String resource) {
        return new Phi(action, resource);
    }

    /** A vendor that proves itself by what the verifier checks. The handler gets no scope. */
    static Access vendorCallback(CallbackVerifier verifier) {
        return new VendorCallback(verifier);
    }

    /** See {@link Access#open()}. */
    enum Open implements Access {
        /** The only one. */
        INSTANCE
    }

    /** See {@link Access#signedIn}. */
    record SignedIn(Action action, String resource) implements Access {}

    /** See {@link Access#phi}. */
    record Phi(Action action, String resource) implements Access {}

    /** See {@link Access#vendorCallback}. */
    record VendorCallback(CallbackVerifier verifier) implements Access {}
}
