package com.klinity.platform.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The threads of this server that nobody waits for. Safe for many threads. */
public final class Background {

    /** What takes longer over one piece of work does not move. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Sign> signs = new CopyOnWriteArrayList<>();

    /** None so far. */
    public Background() {}

    /**
     * One more, which rests until it says otherwise.
     *
     * @param name     shown when it does not move: lower case, words joined by hyphens, nothing of anybody's data
     * @param patience how long one piece of its work takes at most
     */
    public Sign of(String name, Duration patience) {
        Sign sign = new Sign(name, patience);
        signs.add(sign);
        return sign;
    }

    /** Names of those that are at one piece of work for longer than they should be, each once, in order. */
    public List<String> stuck() {
        return signs.stream()
                .filter(Sign::isStuck)
                .map(Sign::name)
                .distinct()
                .sorted()
                .toList();
    }
}
