package com.klinity.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/**
 * The three parts of a JWS in compact form (RFC 7515, section 7.1), decoded but not judged.
 *
 * @param header the protected header's bytes
 * @param payload the claims' bytes
 * @param signature the signature's bytes
 * @param signedBytes what the signature is over: the first two parts as sent, and the dot between
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the verification
record CompactToken(byte[] header, byte[] payload, byte[] signature, byte[] signedBytes) {
    /** In characters. Cognito's access tokens have about 1000. */
    static final int MAX_LENGTH = 8 * 1024;

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static CompactToken parse(String token) {
        if (token.length() > MAX_LENGTH) {
            throw new TokenRefused(TokenRefused.Reason.TOO_LARGE);
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            throw new TokenRefused(TokenRefused.Reason.NOT_COMPACT);
        }
        return new CompactToken(
                decode(token.substring(0, first)),
                decode(token.substring(first + 1, second)),
                decode(token.substring(second + 1)),
                token.substring(0, second).getBytes(US_ASCII));
    }

    /** Only the one spelling that encoding gives back counts: no padding, no stray bits, no other alphabet. */
    private static byte[] decode(String part) {
        try {
            byte[] bytes = DECODER.decode(part);
            if (ENCODER.encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException ignored) {
            // refused below, like every other spelling
        }
        throw new TokenRefused(TokenRefused.Reason.ENCODING);
    }
}
