package com.klinity.platform.server.connection;

import java.io.Serial;

/** What a caller sent is no HTTP that is served here. Holds nothing of it. */
final class Fault extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * Of a request.
     *
     * @param status what it is answered with
     * @param why    in a few words, without anything that was sent
     */
    Fault(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    static Fault malformed(String why) {
        return new Fault(400, why);
    }

    int status() {
        return status;
    }
}
