package com.klinity.platform.server.connection;

/** Checks the field lines behind the last chunk, which nobody here reads. */
final class Trailers {

    private enum Place {
        LINE,
        NAME,
        VALUE,
        FEED,
        LAST_FEED
    }

    private Place place = Place.LINE;

    void reset() {
        place = Place.LINE;
    }

    /** Takes the next octet; true at the end of the body. */
    boolean take(byte octet) throws Fault {
        switch (place) {
            case LINE -> place = octet == '\r' ? Place.LAST_FEED : name(octet);
            case NAME -> place = octet == ':' ? Place.VALUE : name(octet);
            case VALUE -> place = octet == '\r' ? Place.FEED : value(octet);
            case FEED -> {
                feed(octet);
                place = Place.LINE;
            }
            case LAST_FEED -> {
                feed(octet);
                return true;
            }
        }
        return false;
    }

    private static Place name(byte octet) throws Fault {
        if (!Octets.token(octet)) {
            throw Fault.malformed("a trailer without a proper name");
        }
        return Place.NAME;
    }

    private static Place value(byte octet) throws Fault {
        if (!Octets.text(octet)) {
            throw Fault.malformed("a control character in a trailer");
        }
        return Place.VALUE;
    }

    private static void feed(byte octet) throws Fault {
        if (octet != '\n') {
            throw Fault.malformed("a trailer that does not end in CR LF");
        }
    }
}
