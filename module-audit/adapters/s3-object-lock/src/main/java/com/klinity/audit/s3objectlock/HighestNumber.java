package com.klinity.audit.s3objectlock;

import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * Finds the highest number of a listing that can only be read upwards from any place. Six years have more than half a
 * million checkpoints; doubling steps up and halving steps between ask some forty times instead of reading them all.
 */
final class HighestNumber {

    private static final long LONGEST_STEP = 1L << 61;

    private HighestNumber() {}

    /**
     * Empty when there is no number.
     *
     * @param firstAfter the lowest number above the given one, which is 0 or more; empty when there is none
     */
    static OptionalLong of(LongFunction<OptionalLong> firstAfter) {
        OptionalLong first = firstAfter.apply(0);
        return first.isEmpty() ? first : OptionalLong.of(above(first.getAsLong(), firstAfter));
    }

    /** There is a number at {@code low}, and none above {@code high}. */
    private static long above(long start, LongFunction<OptionalLong> firstAfter) {
        long low = start;
        long high = Long.MAX_VALUE;
        long step = 1;
        while (low < high) {
            long probe = low + Math.min(step, (high - low) / 2);
            OptionalLong next = firstAfter.apply(probe);
            if (next.isPresent()) {
                low = next.getAsLong();
                step = Math.min(step, LONGEST_STEP) * 2;
            } else {
                high = probe;
            }
        }
        return low;
    }
}
