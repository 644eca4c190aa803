package com.klinity.platform.server.connection;

/** The sets of octets that RFC 9110 and RFC 3986 name, as tables. */
final class Octets {

    private static final int ALL = 256;
    private static final boolean[] TOKEN = letters("!#$%&'*+-.^_`|~");
    private static final boolean[] TARGET = letters("-._~!$&'()*+,;=:@/?%");
    private static final boolean[] HOST = letters("-._~");
    private static final boolean[] TEXT = text();

    private Octets() {}

    private static boolean[] letters(String more) {
        boolean[] set = new boolean[ALL];
        for (int i = 0; i < ALL; i++) {
            set[i] = (i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z') || more.indexOf(i) >= 0;
        }
        return set;
    }

    private static boolean[] text() {
        boolean[] set = new boolean[ALL];
        for (int i = 0; i < ALL; i++) {
            set[i] = i == '\t' || (i >= ' ' && i != 0x7f);
        }
        return set;
    }

    /** Of a method or a field's name. */
    static boolean token(byte octet) {
        return TOKEN[octet & 0xff];
    }

    /** Of a request's target in origin form. */
    static boolean target(byte octet) {
        return TARGET[octet & 0xff];
    }

    /** Of a name or an IPv4 address. */
    static boolean host(byte octet) {
        return HOST[octet & 0xff];
    }

    /** Of a field's value or a chunk's extension: no control characters. */
    static boolean text(byte octet) {
        return TEXT[octet & 0xff];
    }

    /** Of a number, -1 for others. */
    static int hex(byte octet) {
        return Character.digit(octet & 0xff, 16);
    }

    static boolean digit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    static boolean blank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    /** Whether that part of the bytes is this lower-case word in any case. */
    static boolean is(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            int octet = bytes[from + i];
            int lower = octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
            if (lower != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
