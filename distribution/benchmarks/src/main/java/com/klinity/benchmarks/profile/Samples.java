package com.klinity.benchmarks.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;

/** Counts samples of CPU time by whose code they were in. One thread at a time. */
final class Samples {

    private static final int SHOWN = 25;
    private static final double HUNDRED = 100;

    private final Map<String, Integer> byOwner = new TreeMap<>();
    private final Map<String, Integer> byCaller = new TreeMap<>();
    private final Map<String, Integer> byMethod = new TreeMap<>();
    private int all;

    void add(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return;
        }
        List<String> frames = event.getStackTrace().getFrames().stream()
                .map(RecordedFrame::getMethod)
                .map(method -> method.getType().getName() + "." + method.getName())
                .toList();
        add(frames);
    }

    /** A sample of a stack, as methods with their classes, the innermost first. */
    void add(List<String> frames) {
        all++;
        byOwner.merge(Owner.of(frames).title(), 1, Integer::sum);
        byMethod.merge(frames.getFirst(), 1, Integer::sum);
        frames.stream()
                .filter(frame -> Owner.of(frame).isPresent())
                .findFirst()
                .ifPresent(frame -> byCaller.merge(frame, 1, Integer::sum));
    }

    /** Percent of all samples by owner. */
    Map<String, Double> shares() {
        Map<String, Double> shares = new TreeMap<>();
        byOwner.forEach((owner, count) -> shares.put(owner, count * HUNDRED / all));
        return shares;
    }

    List<String> lines() {
        return Stream.of(
                        Stream.of(all + " samples; CPU by who had it done"),
                        ranked(byOwner, byOwner.size()),
                        Stream.of("", "CPU by innermost method outside the JDK"),
                        ranked(byCaller, SHOWN),
                        Stream.of("", "CPU by innermost method"),
                        ranked(byMethod, SHOWN))
                .flatMap(part -> part)
                .toList();
    }

    private Stream<String> ranked(Map<String, Integer> counts, int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(entry ->
                        String.format(Locale.ROOT, "%6.1f %%  %s", entry.getValue() * HUNDRED / all, entry.getKey()));
    }
}
