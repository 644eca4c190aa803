package com.klinity.platform.server.connection;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads the first line of a request (RFC 9112 §3). */
final class RequestLine {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final int VERSION = "HTTP/1.1".length();

    private RequestLine() {}

    /**
     * Checks it.
     *
     * @return the place of the minor version's digit
     * @throws Fault when it is not the line of a request in origin form that is served here
     */
    static int check(byte[] bytes, int from, int end) throws Fault {
        int method = method(bytes, from, end);
        int target = target(bytes, method + 1, end);
        if (end - target - 1 != VERSION || !Octets.is(bytes, target + 1, target + 6, "http/")) {
            throw Fault.malformed("no version of HTTP");
        }
        return version(bytes, target + 1);
    }

    private static int method(byte[] bytes, int from, int end) throws Fault {
        int at = from;
        while (at < end && Octets.token(bytes[at])) {
            at++;
        }
        if (at == from || at == end || bytes[at] != ' ') {
            throw Fault.malformed("no method");
        }
        if (!isGet(bytes, from, at)
                && !METHODS.contains(new String(bytes, from, at - from, StandardCharsets.US_ASCII))) {
            throw new Fault(501, "a method that is not known");
        }
        return at;
    }

    private static boolean isGet(byte[] bytes, int from, int to) {
        return to - from == 3 && bytes[from] == 'G' && bytes[from + 1] == 'E' && bytes[from + 2] == 'T';
    }

    /** Only the origin form: each resource has one spelling, and this server is nobody's proxy. */
    private static int target(byte[] bytes, int from, int end) throws Fault {
        if (from == end || bytes[from] != '/') {
            throw Fault.malformed("a target that does not begin with a slash");
        }
        int at = from;
        while (at < end && Octets.target(bytes[at])) {
            if (bytes[at] == '%') {
                requireEscape(bytes, at, end);
            }
            at++;
        }
        if (at == end || bytes[at] != ' ') {
            throw Fault.malformed("a character in the target that must be escaped");
        }
        return at;
    }

    private static void requireEscape(byte[] bytes, int at, int end) throws Fault {
        if (at + 2 >= end || Octets.hex(bytes[at + 1]) < 0 || Octets.hex(bytes[at + 2]) < 0) {
            throw Fault.malformed("a broken escape in the target");
        }
        if (bytes[at + 1] == '0' && bytes[at + 2] == '0') {
            throw Fault.malformed("a null in the target");
        }
    }

    private static int version(byte[] bytes, int from) throws Fault {
        boolean upper =
                bytes[from] == 'H' && bytes[from + 1] == 'T' && bytes[from + 2] == 'T' && bytes[from + 3] == 'P';
        byte major = bytes[from + 5];
        if (!upper || !Octets.digit(major) || bytes[from + 6] != '.' || !Octets.digit(bytes[from + 7])) {
            throw Fault.malformed("no version of HTTP");
        }
        if (major != '1') {
            throw new Fault(505, "a version of HTTP that is not spoken");
        }
        return from + 7;
    }
}
