package com.klinity.platform.server.connection;

/** The fields of one head that say where the body and the connection end (RFC 9112 §6 and §9.6). */
final class Framing {

    private static final int MOST_DIGITS = 18;

    private long length;
    private int hosts;
    private boolean chunked;
    private boolean expecting;
    private boolean closing;

    void reset() {
        length = -1;
        hosts = 0;
        chunked = false;
        expecting = false;
        closing = false;
    }

    /** Takes a field line, whose name ends before the colon. */
    void field(byte[] bytes, int from, int colon, int end) throws Fault {
        switch (colon - from) {
            case 4, 6, 10, 14, 16, 17 -> known(bytes, from, colon, end);
            default -> {}
        }
    }

    private void known(byte[] bytes, int name, int colon, int end) throws Fault {
        int from = colon + 1;
        int to = end;
        while (from < to && Octets.blank(bytes[from])) {
            from++;
        }
        while (from < to && Octets.blank(bytes[to - 1])) {
            to--;
        }
        if (Octets.is(bytes, name, colon, "host")) {
            hosts++;
            Host.check(bytes, from, to);
        } else if (Octets.is(bytes, name, colon, "content-length")) {
            length(bytes, from, to);
        } else if (Octets.is(bytes, name, colon, "transfer-encoding")) {
            coding(bytes, from, to);
        } else if (Octets.is(bytes, name, colon, "connection")) {
            closing |= lists(bytes, from, to, "close");
        } else if (Octets.is(bytes, name, colon, "expect")) {
            expect(bytes, from, to);
        } else if (Octets.is(bytes, name, colon, "content-encoding") && !Octets.is(bytes, from, to, "identity")) {
            throw new Fault(415, "a body with a Content-Encoding; send it without one");
        }
    }

    /** Digits alone, and once: a second one, even with the same number, has no reason but to confuse. */
    private void length(byte[] bytes, int from, int to) throws Fault {
        if (length >= 0 || from == to || to - from > MOST_DIGITS) {
            throw Fault.malformed("a Content-Length that is none, or more than one");
        }
        long number = 0;
        for (int at = from; at < to; at++) {
            if (!Octets.digit(bytes[at])) {
                throw Fault.malformed("a Content-Length that is no number");
            }
            number = 10 * number + bytes[at] - '0';
        }
        length = number;
    }

    private void coding(byte[] bytes, int from, int to) throws Fault {
        boolean known = Octets.is(bytes, from, to, "chunked");
        if (known && !chunked) {
            chunked = true;
            return;
        }
        int last = to - 1;
        while (last >= from && bytes[last] != ',' && !Octets.blank(bytes[last])) {
            last--;
        }
        boolean others = !chunked && last >= from && Octets.is(bytes, last + 1, to, "chunked");
        throw others && !lists(bytes, from, last, "chunked")
                ? new Fault(501, "a transfer coding that is not known")
                : Fault.malformed("a transfer coding that does not end the body");
    }

    private void expect(byte[] bytes, int from, int to) throws Fault {
        if (!Octets.is(bytes, from, to, "100-continue")) {
            throw new Fault(417, "an expectation that is not known");
        }
        expecting = true;
    }

    /** Whether a list of tokens has that one. */
    private static boolean lists(byte[] bytes, int from, int to, String token) {
        int begin = from;
        for (int at = from; at <= to; at++) {
            if (at == to || bytes[at] == ',' || Octets.blank(bytes[at])) {
                if (Octets.is(bytes, begin, at, token)) {
                    return true;
                }
                begin = at + 1;
            }
        }
        return false;
    }

    /** Judges the head as a whole. */
    void check(boolean http10) throws Fault {
        if (hosts > 1 || (hosts == 0 && !http10)) {
            throw Fault.malformed("no Host, or more than one");
        }
        if (chunked && (length >= 0 || http10)) {
            throw Fault.malformed("a body whose end is told in two ways");
        }
    }

    /** Bytes of the body when it is not chunked. */
    long length() {
        return Math.max(0, length);
    }

    boolean isChunked() {
        return chunked;
    }

    boolean hasHost() {
        return hosts > 0;
    }

    /** Whether the caller waits for a word before it sends the body. */
    boolean isExpecting() {
        return expecting;
    }

    /** Whether the caller wants the connection to end with the answer. */
    boolean isClosing() {
        return closing;
    }
}
