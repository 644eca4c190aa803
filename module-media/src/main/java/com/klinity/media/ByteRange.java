package com.klinity.media;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@code Range} header asks of a content of known length (RFC 9110 §14.1.2). */
sealed interface ByteRange {

    /** Everything. */
    ByteRange WHOLE = new Whole();

    /**
     * One range or everything: several ranges at once, another unit and bad syntax are ignored, as RFC 9110 §14.2
     * allows.
     */
    static ByteRange of(String header, long length) {
        Matcher range = Syntax.ONE_RANGE.matcher(header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return WHOLE;
        }
        if (range.group(1).isEmpty()) {
            long suffix = Syntax.number(range.group(2));
            return suffix == 0 ? new Outside() : between(Math.max(0, length - suffix), length - 1, length);
        }
        long first = Syntax.number(range.group(1));
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Syntax.number(range.group(2));
        return last < first ? WHOLE : between(first, Math.min(last, length - 1), length);
    }

    private static ByteRange between(long first, long last, long length) {
        return first >= length ? new Outside() : new Part(first, last);
    }

    /** Everything. */
    record Whole() implements ByteRange {}

    /** From the first byte to the last, both included. */
    record Part(long first, long last) implements ByteRange {

        long length() {
            return last - first + 1;
        }

        String contentRange(long of) {
            return "bytes " + first + "-" + last + "/" + of;
        }
    }

    /** Nothing of it is there. */
    record Outside() implements ByteRange {}

    /** The grammar. */
    final class Syntax {

        private static final Pattern ONE_RANGE =
                Pattern.compile("bytes=[ \\t]*(\\d*)-(\\d*)[ \\t]*", Pattern.CASE_INSENSITIVE);
        private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

        private Syntax() {}

        /** Any number of digits; what no content can reach counts as the largest number. */
        private static long number(String digits) {
            return new BigInteger(digits).min(MOST).longValue();
        }
    }
}
