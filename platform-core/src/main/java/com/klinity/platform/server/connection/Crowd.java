package com.klinity.platform.server.connection;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes room when nearly all connections are taken: who says nothing goes, longest silent first. A body that an account sends is waited for. */
final class Crowd {

    private static final long MOMENT = 50_000_000;
    private static final long UNFINISHED = 1_000_000_000;

    /** Who may be sent away, in this order, and after how many nanoseconds. */
    private static final Map<BoundedWait.For, Long> SILENCES = new EnumMap<>(Map.of(
            BoundedWait.For.GREETING, MOMENT,
            BoundedWait.For.REQUEST, MOMENT,
            BoundedWait.For.HEAD, UNFINISHED,
            BoundedWait.For.BODY, UNFINISHED,
            BoundedWait.For.FAREWELL, MOMENT));

    private Crowd() {}

    private record Silent(Caller caller, BoundedWait.Moment moment) {}

    /** Sends so many away that a quarter is free again, if so many are silent. */
    static void thin(List<Caller> inside, int most, long now) {
        int tight = most - Math.max(1, most / 10);
        if (inside.size() < tight) {
            return;
        }
        inside.stream()
                .flatMap(caller -> silent(caller, now))
                .sorted(Comparator.comparing((Silent silent) -> silent.moment().reason())
                        .thenComparingLong(silent -> silent.moment().since() - now))
                .limit(Math.max(1, inside.size() - most * 3L / 4))
                .forEach(silent ->
                        silent.caller().reading().endIf(silent.moment().reason()));
    }

    private static Stream<Silent> silent(Caller caller, long now) {
        return caller
                .reading()
                .moment()
                .filter(moment -> !(caller.isKnown() && moment.reason() == BoundedWait.For.BODY))
                .map(moment -> whole(caller, moment))
                .filter(moment -> SILENCES.containsKey(moment.reason())
                        && now - moment.since() > SILENCES.getOrDefault(moment.reason(), Long.MAX_VALUE))
                .map(moment -> new Silent(caller, moment))
                .stream();
    }

    /** A body counts from its beginning: one that trickles makes many short pauses. */
    private static BoundedWait.Moment whole(Caller caller, BoundedWait.Moment moment) {
        return moment.reason() == BoundedWait.For.BODY
                ? new BoundedWait.Moment(moment.reason(), caller.askedSince())
                : moment;
    }
}
