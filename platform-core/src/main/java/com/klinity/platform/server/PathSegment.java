package com.klinity.platform.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the value of a path's parameter, which has one spelling: what needs no escape must have none (RFC 3986 §6.2.2). */
final class PathSegment {

    private static final String UNRESERVED = "-._~";
    private static final String NEVER = "/\\";

    private PathSegment() {}

    /** The value; none for an empty segment, a dot segment, a parameter of its own, or another spelling. */
    static Optional<String> decode(String raw) {
        if (raw.isEmpty() || raw.equals(".") || raw.equals("..") || raw.indexOf(';') >= 0) {
            return Optional.empty();
        }
        return raw.indexOf('%') < 0 ? Optional.of(raw) : unescaped(raw);
    }

    private static Optional<String> unescaped(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            int octet = raw.charAt(at);
            if (octet == '%') {
                octet = escaped(raw, at);
                at += 2;
            }
            if (octet < 0) {
                return Optional.empty();
            }
            bytes.put((byte) octet);
        }
        return text(bytes.flip());
    }

    /** The octet, or -1 when it must not be escaped, must not be there at all, or is no octet. */
    private static int escaped(String raw, int at) {
        if (at + 2 >= raw.length()) {
            return -1;
        }
        int high = Character.digit(raw.charAt(at + 1), 16);
        int low = Character.digit(raw.charAt(at + 2), 16);
        int octet = 16 * high + low;
        boolean plain = octet < 0x80 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
        return high < 0 || low < 0 || plain || octet < ' ' || octet == 0x7f || NEVER.indexOf(octet) >= 0 ? -1 : octet;
    }

    private static Optional<String> text(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
