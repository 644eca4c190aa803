package com.klinity.platform.server.connection;

/** Tells the door whom the request on the current thread is from, for it sends strangers away first. */
public final class KnownCaller {

    static final ThreadLocal<Caller> HERE = new ThreadLocal<>();

    private KnownCaller() {}

    /** Notes, until the next request of its connection, that an account stands behind it. */
    public static void note() {
        Caller caller = HERE.get();
        if (caller != null) {
            caller.isFromAccount();
        }
    }
}
