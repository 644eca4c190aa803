package com.klinity.platform.server.connection;

/** Lines of a head or a trailer: text, then CR and LF, and neither of them alone (RFC 9112 §2.2). */
final class Lines {

    private Lines() {}

    /**
     * Where a line ends.
     *
     * @return the place of its CR, or -1 when the line is not whole yet
     * @throws Fault when it holds a control character or ends otherwise
     */
    static int end(byte[] bytes, int from, int to) throws Fault {
        int at = from;
        while (at < to && Octets.text(bytes[at])) {
            at++;
        }
        if (at == to) {
            return -1;
        }
        if (bytes[at] != '\r') {
            throw Fault.malformed("a control character or a line feed alone");
        }
        if (at + 1 == to) {
            return -1;
        }
        if (bytes[at + 1] != '\n') {
            throw Fault.malformed("a carriage return without a line feed");
        }
        return at;
    }

    /**
     * Where the name of a field line ends.
     *
     * @return the place of the colon, right behind a token (RFC 9112 §5.1), so a folded line is refused too
     */
    static int name(byte[] bytes, int from, int end) throws Fault {
        int at = from;
        while (at < end && Octets.token(bytes[at])) {
            at++;
        }
        if (at == from || at == end || bytes[at] != ':') {
            throw Fault.malformed("a header line without a proper name");
        }
        return at;
    }
}
