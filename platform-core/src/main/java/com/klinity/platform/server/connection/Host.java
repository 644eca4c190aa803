package com.klinity.platform.server.connection;

/** Checks the value of a Host field: a name or an address, perhaps with a port (RFC 9112 §3.2). */
final class Host {

    private static final int HIGHEST_PORT = 65_535;

    private Host() {}

    static void check(byte[] bytes, int from, int to) throws Fault {
        int at = from < to && bytes[from] == '[' ? literal(bytes, from, to) : name(bytes, from, to);
        if (at == from || (at < to && !port(bytes, at, to))) {
            throw Fault.malformed("a Host that is none");
        }
    }

    private static int name(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Octets.host(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int literal(byte[] bytes, int from, int to) {
        int at = from + 1;
        while (at < to && (Octets.hex(bytes[at]) >= 0 || bytes[at] == ':' || bytes[at] == '.')) {
            at++;
        }
        return at < to && at > from + 1 && bytes[at] == ']' ? at + 1 : from;
    }

    private static boolean port(byte[] bytes, int colon, int to) {
        if (bytes[colon] != ':' || to - colon > 6) {
            return false;
        }
        int port = 0;
        for (int at = colon + 1; at < to; at++) {
            if (!Octets.digit(bytes[at])) {
                return false;
            }
            port = 10 * port + bytes[at] - '0';
        }
        return port <= HIGHEST_PORT;
    }
}
