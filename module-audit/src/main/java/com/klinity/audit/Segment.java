package com.klinity.audit;

/**
 * A part of an account's log without gaps.
 *
 * @param first sequence of its first entry
 * @param last  sequence of its last entry; one less than the first when there is none
 */
record Segment(long first, long last) {

    /** How many entries are looked at in one read: few enough for a filter that finds none of them. */
    static final long MOST = 10_000;

    long entries() {
        return last - first + 1;
    }

    boolean isEmpty() {
        return entries() == 0;
    }

    /** The part of this segment that has the next entries after that one, so many at most. */
    Segment next(long after, long rows) {
        return new Segment(after + 1, Math.min(last, after + rows));
    }
}
