package com.klinity.platform.spi;

import java.io.Serial;

/**
 * The issuer's signing keys could not be read: the endpoint is down, too slow, or answers with something else.
 *
 * <p>The message reaches the log. It must carry neither secrets nor what the endpoint answered.
 */
public final class JwksUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Reports what went wrong.
     *
     * @param message what failed, in a few words
     */
    public JwksUnavailable(String message) {
        super(message);
    }

    /**
     * Reports what went wrong and why.
     *
     * @param message what failed, in a few words
     * @param cause the failure beneath
     */
    public JwksUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * A name for this failure that never changes.
     *
     * @return {@code jwks-unavailable}
     */
    public String code() {
        return "jwks-unavailable";
    }
}
