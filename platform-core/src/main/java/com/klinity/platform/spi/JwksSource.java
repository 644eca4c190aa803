package com.klinity.platform.spi;

/**
 * Where an issuer publishes the public keys it signs tokens with, as a JWK Set (RFC 7517).
 *
 * <p>Called from many threads over its life, at most once in 30 s, and always off the path of requests whose key is
 * already known. Calls overlap only where one goes on after its interruption.
 */
@FunctionalInterface
public interface JwksSource {
    /**
     * Fetches the current document.
     *
     * <p>Blocks. A call that takes longer than the platform waits is interrupted and its answer ignored, so an
     * implementation should give up by itself within a few seconds and honour interruption.
     *
     * @return the JWK Set document, never null, 256 KiB at most: a longer one is refused unread
     * @throws JwksUnavailable when there is no document to give; the keys known so far stay in use
     */
    String fetch();
}
