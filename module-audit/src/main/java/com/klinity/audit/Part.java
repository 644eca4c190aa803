package com.klinity.audit;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Parameter;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which part of the log an export is of: by places, by times, or all; null for no bound. */
record Part(
        @Nullable Long first,
        @Nullable Long last,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final Parameters PLACES = Parameters.none()
            .whole("first", 1, Parameter.Form.Whole.MOST, "The sequence of the first entry wanted.")
            .whole("last", 1, Parameter.Form.Whole.MOST, "The sequence of the last entry wanted.");

    static final Parameters PARAMETERS = PLACES.period("entries");

    static Part of(Call call) {
        Part part =
                new Part(sequence(call, "first"), sequence(call, "last"), Times.of(call, "from"), Times.of(call, "to"));
        if (part.isPlaces() && part.isTimes()) {
            throw Refusal.malformed("Give 'first' and 'last', or 'from' and 'to', but not both.");
        }
        return part;
    }

    private static @Nullable Long sequence(Call call, String name) {
        return call.query(name).map(Long::valueOf).orElse(null);
    }

    private boolean isPlaces() {
        return first != null || last != null;
    }

    private boolean isTimes() {
        return from != null || to != null;
    }

    boolean isWhole() {
        return !isPlaces() && !isTimes();
    }

    /** The entries that are there of it. */
    Segment in(Scope scope) {
        PeriodSearch search = new PeriodSearch(scope);
        Segment whole = search.whole();
        long begin = from != null ? search.firstFrom(from) : first != null ? first : whole.first();
        long end = to != null ? search.lastBefore(to) : last != null ? last : whole.last();
        long start = Math.clamp(begin, whole.first(), whole.last() + 1);
        return new Segment(start, Math.clamp(end, start - 1, Math.max(start - 1, whole.last())));
    }
}
