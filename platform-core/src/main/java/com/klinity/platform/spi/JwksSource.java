package com.klinity.platform.spi;

/** Where an issuer's public keys come from. */
@FunctionalInterface
public interface JwksSource {

    /**
     * The JWK Set (RFC 7517 §5) as text. May block; called from background threads only.
     *
     * @throws JwksUnavailable when it cannot be had now; known keys stay in use
     */
    String fetch();

    /** The keys cannot be had now. */
    final class JwksUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** What went wrong, without the answer's content. */
        public JwksUnavailable(String message, Throwable cause) {
            super(message, cause);
        }

        /** What went wrong, without the answer's content. */
        public JwksUnavailable(String message) {
            super(message);
        }
    }
}
