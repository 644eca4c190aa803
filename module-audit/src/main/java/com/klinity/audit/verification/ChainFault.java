package com.klinity.audit.verification;

/** What may be wrong with a chain, in words. */
final class ChainFault {

    private ChainFault() {}

    /** Entries up to there are other ones than a witness saw, from that one on or from one after it. */
    static String writtenAnew(long first, Witnessed other) {
        return "entry " + first
                + (first == other.sequence() ? " is not" : " or one after it, up to " + other.sequence() + ", is not")
                + " the one that checkpoint " + other.checkpoint() + " saw: the chain was written anew";
    }

    static String missing(long first, Witnessed other) {
        return "entry " + first + " is missing; checkpoint " + other.checkpoint() + " saw entries up to "
                + other.sequence();
    }

    /** Only what is witnessed may be archived. */
    static String unseenBase(long base, long seen) {
        return "the chain begins after entry " + base + ", and no checkpoint saw more than " + seen;
    }

    static String unsaidBase(long base, long said) {
        return "the chain begins after entry " + base + " and says that entries up to " + said + " were archived";
    }

    /** What was written after a checkpoint of these years is of these years. */
    static String tooEarly(long base, Witnessed before) {
        return "entry " + base + " was taken away too early: checkpoint " + before.checkpoint() + " of "
                + before.taken() + " saw no more than " + before.sequence();
    }
}
