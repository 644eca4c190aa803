package com.klinity.platform.server.connection;

/**
 * Finds the data in a chunked body (RFC 9112 §7.1), however it is cut into pieces. Extensions and trailers are checked,
 * bounded and left out. One thread at a time.
 */
final class Chunks {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_ASIDE = 16_384;

    private enum Place {
        SIZE,
        BEFORE_EXTENSION,
        EXTENSION,
        SIZE_FEED,
        DATA,
        DATA_RETURN,
        DATA_FEED,
        TRAILER,
        END
    }

    private final Trailers trailers = new Trailers();
    private Place place = Place.SIZE;
    private long size;
    private int digits;
    private int aside;

    void reset() {
        place = Place.SIZE;
        size = 0;
        digits = 0;
        aside = 0;
        trailers.reset();
    }

    boolean isEnded() {
        return place == Place.END;
    }

    /** Bytes of data that come next, 0 between chunks. */
    long data() {
        return place == Place.DATA ? size : 0;
    }

    /** Notes that so much of the data was taken. */
    void took(int bytes) {
        size -= bytes;
        if (size == 0) {
            place = Place.DATA_RETURN;
        }
    }

    /**
     * Reads on up to data or the end.
     *
     * @return the place behind what was read
     */
    int read(byte[] bytes, int from, int to) throws Fault {
        int at = from;
        while (at < to && place != Place.DATA && place != Place.END) {
            take(bytes[at++]);
        }
        return at;
    }

    private void take(byte octet) throws Fault {
        switch (place) {
            case SIZE -> size(octet);
            case BEFORE_EXTENSION -> beforeExtension(octet);
            case EXTENSION -> extension(octet);
            case SIZE_FEED -> {
                require(octet == '\n', "a chunk's size that does not end in CR LF");
                place = size == 0 ? Place.TRAILER : Place.DATA;
            }
            case DATA_RETURN -> {
                require(octet == '\r', "a chunk that is longer than its size");
                place = Place.DATA_FEED;
            }
            case DATA_FEED -> {
                require(octet == '\n', "a chunk that does not end in CR LF");
                place = Place.SIZE;
                size = 0;
                digits = 0;
            }
            case TRAILER -> {
                aside();
                if (trailers.take(octet)) {
                    place = Place.END;
                }
            }
            case DATA, END -> throw new IllegalStateException("not between chunks");
        }
    }

    private void size(byte octet) throws Fault {
        int digit = Octets.hex(octet);
        if (digit >= 0) {
            require(++digits <= MOST_DIGITS, "a chunk's size that is too long");
            size = 16 * size + digit;
            return;
        }
        require(digits > 0, "a chunk without a size");
        if (octet == '\r') {
            place = Place.SIZE_FEED;
        } else if (octet == ';') {
            place = Place.EXTENSION;
        } else {
            require(Octets.blank(octet), "a chunk's size that is no number");
            place = Place.BEFORE_EXTENSION;
        }
    }

    private void beforeExtension(byte octet) throws Fault {
        aside();
        if (octet == ';') {
            place = Place.EXTENSION;
        } else {
            require(Octets.blank(octet), "a chunk's size that is no number");
        }
    }

    private void extension(byte octet) throws Fault {
        aside();
        if (octet == '\r') {
            place = Place.SIZE_FEED;
        } else {
            require(Octets.text(octet), "a control character in a chunk's extension");
        }
    }

    /** Bounds what is no data, over the whole body. */
    private void aside() throws Fault {
        require(++aside <= MOST_ASIDE, "too many extensions or trailers");
    }

    private static void require(boolean holds, String otherwise) throws Fault {
        if (!holds) {
            throw Fault.malformed(otherwise);
        }
    }
}
