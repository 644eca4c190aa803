package com.klinity.platform.server.connection;

/**
 * Reads the head of a request as strictly as RFC 9112 allows, and keeps of it what tells where its body ends. Each line
 * is looked at once it is whole, so that a head may come in parts. One thread at a time.
 */
final class RequestHead {

    /** What may stand before the empty line, in bytes. */
    static final int LONGEST = 16_384;

    static final int LONGEST_LINE = 8_192;
    private static final int MOST_FIELDS = 100;

    private final Framing framing = new Framing();
    private int start;
    private int line;
    private int fields;
    private int version = -1;
    private boolean minorZero;
    private boolean skipped;
    private boolean headOnly;

    /** Forgets the head before. */
    void reset(int from) {
        framing.reset();
        start = from;
        line = from;
        fields = 0;
        version = -1;
        minorZero = false;
        skipped = false;
    }

    /**
     * Reads on.
     *
     * @return the place behind the empty line, or -1 when the head is not whole yet
     */
    int read(byte[] bytes, int to) throws Fault {
        while (true) {
            int end = Lines.end(bytes, line, to);
            if (end < 0) {
                requireShort(to);
                return -1;
            }
            if (end + 2 - start > LONGEST) {
                throw tooLong();
            }
            int from = line;
            line = end + 2;
            if (from < end) {
                take(bytes, from, end);
            } else if (version >= 0) {
                framing.check(minorZero);
                return line;
            } else {
                skipEmptyLine();
            }
        }
    }

    private void take(byte[] bytes, int from, int end) throws Fault {
        if (version >= 0) {
            if (++fields > MOST_FIELDS) {
                throw new Fault(431, "too many header fields");
            }
            framing.field(bytes, from, Lines.name(bytes, from, end), end);
        } else {
            firstLine(bytes, from, end);
        }
    }

    private void firstLine(byte[] bytes, int from, int end) throws Fault {
        if (end - from > LONGEST_LINE) {
            throw new Fault(414, "the target is too long");
        }
        version = RequestLine.check(bytes, from, end);
        minorZero = bytes[version] == '0';
        headOnly = bytes[from] == 'H'; // no other method begins so
    }

    /** One before a request is allowed (RFC 9112 §2.2). */
    private void skipEmptyLine() throws Fault {
        if (skipped) {
            throw Fault.malformed("no request line");
        }
        skipped = true;
        start = line;
    }

    private void requireShort(int to) throws Fault {
        if (to - start > LONGEST) {
            throw tooLong();
        }
        if (version < 0 && to - line > LONGEST_LINE) {
            throw new Fault(414, "the target is too long");
        }
    }

    private static Fault tooLong() {
        return new Fault(431, "the header fields are too long");
    }

    /** Where the request line begins. */
    int start() {
        return start;
    }

    /** The place of the minor version's digit. */
    int version() {
        return version;
    }

    boolean isHttp10() {
        return minorZero;
    }

    /** Whether the method is HEAD. */
    boolean isHeadOnly() {
        return headOnly;
    }

    Framing framing() {
        return framing;
    }
}
